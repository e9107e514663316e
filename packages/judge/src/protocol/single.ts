import type { Protocol, Reading } from "./protocol.ts";
import { field } from "./read-text.ts";

const scores = Array.from({ length: 10 }, (_, at) => at + 1);

function readingOf(score: unknown): Reading | null {
  const known = scores.find((value) => value === score);
  return known === undefined ? null : { ranks: [1], choice: String(known), score: known };
}

const marked = /(?:\[\[\s*|(?:score|rating)["'*]*\s*(?::|=|is)\s*["'*]*)(\d+)(?:\s*\/\s*10)?(?![\d.])/gi;

/** One output by itself, from 1 to 10. */
export const single: Protocol<Reading> = {
  name: "single-1-10",
  version: 1,
  task: () =>
    "Score output A by itself under the criterion, with a whole number from 1 (useless) over 5 (passable) to 10 (could not be better).",
  answer: () => '{"score":1..10}',
  schema: () => ({
    type: "object",
    properties: { score: { type: "integer", minimum: 1, maximum: 10 } },
    required: ["score"],
    additionalProperties: false,
  }),
  labels: () => scores.map(String),
  read: (value) => readingOf(field(value, "score")),
  readText: (text) => {
    const last = [...text.matchAll(marked)].at(-1)?.[1] ?? /^\s*(\d+)\s*$/.exec(text)?.[1];
    return last === undefined ? null : readingOf(Number(last));
  },
};
