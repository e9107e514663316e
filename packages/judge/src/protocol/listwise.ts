import { type Protocol, type Question, type Reading, slotLabel } from "./protocol.ts";
import { field } from "./read-text.ts";

const labelsOf = ({ outputs }: Question): string[] => outputs.map((_, slot) => slotLabel(slot));

/** Duplicates are dropped and what is missing follows in the order shown; a label nobody has is no answer. */
function readingOf(order: readonly unknown[], labels: readonly string[]): Reading | null {
  const named = order.map((label) => labels.find((known) => known === String(label).trim()));
  if (named.length === 0 || named.includes(undefined)) return null;
  const given = [...new Set(named.filter((label) => label !== undefined))];
  const full = [...given, ...labels.filter((label) => !given.includes(label))];
  const ranks = labels.map((label) => 1 + full.indexOf(label));
  const reading = { ranks, choice: full.join(">") };
  return given.length < labels.length ? { ...reading, completed: true } : reading;
}

/** All outputs in one order, the best first. */
export const listwise: Protocol<Reading> = {
  name: "listwise",
  version: 1,
  task: (question) =>
    `Put all ${question.outputs.length} outputs in order under the criterion, the best first. Name each of ${labelsOf(question).join(", ")} once.`,
  answer: (question) =>
    `{"order":[${labelsOf(question)
      .map((label) => `"${label}"`)
      .join(",")}]}`,
  schema: (question) => ({
    type: "object",
    properties: { order: { type: "array", items: { type: "string", enum: labelsOf(question) } } },
    required: ["order"],
    additionalProperties: false,
  }),
  labels: () => null,
  read: (value, question) => {
    const order = field(value, "order");
    return Array.isArray(order) ? readingOf(order, labelsOf(question)) : null;
  },
  readText: (text, question) => {
    const last = [...text.matchAll(/\b[A-Z](?:\s*>\s*[A-Z]\b)+/g)].at(-1)?.[0];
    return last === undefined ? null : readingOf(last.split(">"), labelsOf(question));
  },
};
