// Finding an answer in what a model wrote around it.

/** A field of a parsed JSON object; undefined of anything else. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The JSON objects in a text, the last one first: the whole text, or flat objects between prose and code fences.
 * Answers are flat, so nested braces need no counting.
 */
export function* objectsIn(text: string): Generator<unknown> {
  const whole = parsed(text.trim());
  if (whole !== undefined) yield whole;
  for (const [found] of [...text.matchAll(/\{[^{}]*\}/g)].reverse()) {
    const value = parsed(found);
    if (value !== undefined) yield value;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * The last label that stands as an answer: `[[A]]`, `choice: A`, `"choice": "A"`, or alone on the last line. A letter
 * inside a sentence is no answer, so "A better text than B" has none.
 */
export function lastLabel(text: string, labels: readonly string[]): string | null {
  const anyOf = labels
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join("|");
  const marked = new RegExp(
    `\\[\\[\\s*(${anyOf})\\s*\\]\\]|(?:choice|verdict|answer)["'*]*\\s*(?::|=|is)\\s*["'*]*(${anyOf})(?![\\w+=])`,
    "gi",
  );
  const last = [...text.matchAll(marked)].at(-1);
  const exact = (found: string | undefined) =>
    labels.find((label) => label.toLowerCase() === found?.toLowerCase()) ?? null;
  if (last !== undefined) return exact(last[1] ?? last[2]);
  const lastLine = text.trim().split("\n").at(-1) ?? "";
  return exact(lastLine.replace(/^[\s"'*`]+|[\s"'*`.]+$/g, ""));
}
