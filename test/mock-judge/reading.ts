// What a scripted judge reads out of a question: where the outputs stand between their fences, and what is outside.

interface Message {
  readonly role: string;
  readonly content: unknown;
}

const textOf = (content: unknown): string =>
  typeof content === "string"
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: unknown }) => (typeof part.text === "string" ? part.text : "")).join("\n")
      : "";

export interface ReadQuestion {
  /** Everything sent, for counting tokens. */
  readonly text: string;
  /** Outputs in the order shown. A text in parts is put together again. */
  readonly outputs: readonly string[];
  readonly isInParts: boolean;
  /** The words outside all fences: what a credulous judge would obey. */
  readonly outside: string;
  readonly prompt: string;
  /** The labels the answer is chosen from. */
  readonly form: "five" | "tie" | "forced" | "axis" | "score" | "order" | "list";
}

function formOf(answer: string): ReadQuestion["form"] {
  if (answer.includes("A++")) return "five";
  if (answer.includes("A|B|tie")) return "tie";
  if (answer.includes("A|B|equal|na")) return "axis";
  if (answer.includes("A|B")) return "forced";
  if (answer.includes('"score"')) return "score";
  return answer.includes('"order"') ? "order" : "list";
}

export function readQuestion(messages: readonly Message[]): ReadQuestion {
  const texts = messages.map(({ content }) => textOf(content));
  const [, question = ""] = texts;
  const fence = /between <<<(\S+) and/.exec(texts[0] ?? "")?.[1] ?? "no fence";
  const blocks = question.split(`<<<${fence} `).slice(1);
  const parts = new Map<string, string[]>();
  let prompt = "";
  for (const block of blocks) {
    const end = block.lastIndexOf(`\n${fence}>>>`);
    const [title = ""] = block.split("\n", 1);
    const content = block.slice(title.length + 1, end);
    const slot = /^output ([A-Z])/.exec(title)?.[1];
    if (title === "task") prompt = content;
    if (slot !== undefined) parts.set(slot, [...(parts.get(slot) ?? []), content]);
  }
  const outside = question.replaceAll(new RegExp(`<<<${fence} [\\s\\S]*?\\n${fence}>>>`, "g"), "");
  const isInParts = [...parts.values()].some(({ length }) => length > 1);
  return {
    text: texts.join("\n"),
    outputs: [...parts.values()].map((pieces) => pieces.join("")),
    isInParts,
    outside,
    prompt,
    form: formOf(outside.slice(outside.lastIndexOf("exactly of this form"))),
  };
}
