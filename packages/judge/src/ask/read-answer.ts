// From what a model wrote to an answer: JSON where it is, the last clear answer in prose where it is not.
import type { Protocol, Question } from "../protocol/protocol.ts";
import { field, objectsIn } from "../protocol/read-text.ts";
import type { StoredAnswer } from "./answer-store.ts";

interface Read<T> {
  readonly value: T;
  readonly reason: string | null;
}

/** The answer of probability mode is the number of a label: the likeliest one, or the one written. */
function numbered<T>(
  protocol: Protocol<T>,
  question: Question,
  { text, probabilities }: StoredAnswer,
): T | null {
  const labels = protocol.labels(question);
  if (labels === null) return null;
  const written = /^\s*(\d{1,2})\s*\.?\s*$/.exec(text)?.[1];
  const at =
    probabilities === undefined ? Number(written) - 1 : probabilities.indexOf(Math.max(...probabilities));
  const label = labels[at];
  if (label === undefined) return null;
  return protocol.readText(label, question);
}

/** An object that stops in the middle may stop inside its label: `A+` may have been `A++`. */
const isBrokenObject = (text: string): boolean => text.trimStart().startsWith("{");

/** Null when no answer is clearly there: it is never guessed. */
export function readAnswer<T>(
  protocol: Protocol<T>,
  question: Question,
  answer: StoredAnswer,
): Read<T> | null {
  for (const object of objectsIn(answer.text)) {
    const value = protocol.read(object, question);
    const reason = field(object, "reason");
    if (value !== null) return { value, reason: typeof reason === "string" ? reason : null };
  }
  const value = answer.numbered
    ? numbered(protocol, question, answer)
    : isBrokenObject(answer.text)
      ? null
      : protocol.readText(answer.text, question);
  return value === null ? null : { value, reason: null };
}
