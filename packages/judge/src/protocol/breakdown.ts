// Questions that are no judgement: what a good answer has, and what an output says.
import type { Protocol } from "./protocol.ts";
import { field } from "./read-text.ts";

function listProtocol(
  name: string,
  item: string,
  least: number,
  most: number,
  task: string,
): Protocol<string[]> {
  const read = (value: unknown): string[] | null => {
    const items = field(value, item);
    if (!Array.isArray(items)) return null;
    const texts = items.filter((text) => typeof text === "string" && text.trim() !== "").map(String);
    return texts.length < least ? null : texts.slice(0, most);
  };
  return {
    name,
    version: 1,
    task: () => task,
    answer: () => `{"${item}":["...", "..."]}`,
    schema: () => ({
      type: "object",
      properties: { [item]: { type: "array", items: { type: "string" } } },
      required: [item],
      additionalProperties: false,
    }),
    labels: () => null,
    read,
    readText: () => null,
  };
}

/** Five to ten yes/no questions about the prompt alone. */
export const checklistProtocol = listProtocol(
  "checklist",
  "questions",
  5,
  10,
  "Write 5 to 10 questions that can be answered with yes or no and that a good answer to the task answers with yes. Each is about one thing, and together they cover what matters.",
);

/** What one output claims or does. */
export const conceptsProtocol = listProtocol(
  "concepts",
  "concepts",
  1,
  20,
  "List what output A says or does, one short phrase for each separate point, in its order. Do not judge it.",
);
