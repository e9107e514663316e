// Protocols whose answer is one of a few labels.
import type { Protocol, Question, Reading } from "./protocol.ts";
import { field, lastLabel } from "./read-text.ts";

interface Choice {
  readonly label: string;
  /** What the label means, for a judge that answers with a number. */
  readonly meaning: string;
  /** By slot; null where the criterion does not apply. */
  readonly ranks: readonly [number, number] | null;
  readonly strength?: number;
}

const first = [1, 2] as const;
const second = [2, 1] as const;
const level = [1, 1] as const;

function readingOf(choices: readonly Choice[], label: unknown): Reading | null {
  const wanted = typeof label === "string" ? label.trim() : null;
  const found = choices.find((choice) => choice.label === wanted);
  if (found === undefined) return null;
  const { ranks, strength } = found;
  return { ranks, choice: found.label, ...(strength === undefined ? {} : { strength }) };
}

function choiceProtocol(
  name: string,
  choices: readonly Choice[],
  task: (question: Question) => string,
): Protocol<Reading> {
  const labels = choices.map(({ label }) => label);
  const meanings = choices.map(({ label, meaning }) => `${label} = ${meaning}`).join("; ");
  return {
    name,
    version: 1,
    task: (question) => `${task(question)} The answers: ${meanings}.`,
    answer: () => `{"choice":"${labels.join("|")}"}`,
    schema: () => ({
      type: "object",
      properties: { choice: { type: "string", enum: labels } },
      required: ["choice"],
      additionalProperties: false,
    }),
    labels: () => labels,
    read: (value) => readingOf(choices, field(value, "choice")),
    readText: (text) => readingOf(choices, lastLabel(text, labels)),
  };
}

const compare = "Compare output A with output B under the criterion.";

/** A much better, A better, equal, B better, B much better: the default of duels. */
export const fiveOutcome = choiceProtocol(
  "five-outcome",
  [
    { label: "A++", meaning: "A is much better", ranks: first, strength: 1 },
    { label: "A+", meaning: "A is slightly better", ranks: first, strength: 0.5 },
    { label: "A=B", meaning: "they are equally good or equally bad", ranks: level, strength: 0 },
    { label: "B+", meaning: "B is slightly better", ranks: second, strength: -0.5 },
    { label: "B++", meaning: "B is much better", ranks: second, strength: -1 },
  ],
  () => compare,
);

const better: readonly Choice[] = [
  { label: "A", meaning: "A is better", ranks: first },
  { label: "B", meaning: "B is better", ranks: second },
];

export const pairwiseTie = choiceProtocol(
  "pairwise-tie",
  [...better, { label: "tie", meaning: "they are equally good or equally bad", ranks: level }],
  () => compare,
);

export const pairwiseForced = choiceProtocol(
  "pairwise-forced",
  better,
  () => `${compare} Decide for one of them, however small the difference.`,
);

const more: readonly Choice[] = [
  { label: "A", meaning: "A shows more of it", ranks: first },
  { label: "B", meaning: "B shows more of it", ranks: second },
  { label: "equal", meaning: "both show as much of it", ranks: level },
  { label: "na", meaning: "the criterion does not apply to these outputs", ranks: null },
];

const axisOfMore = choiceProtocol(
  "axis",
  more,
  () =>
    "Judge the outputs on the one axis that the criterion names, and on nothing else. Which shows more of it?",
);

/** Where less is better, who shows more of it is second. */
function turned(reading: Reading | null, { criterion }: Question): Reading | null {
  if (reading === null || reading.ranks === null || criterion.polarity !== "less") return reading;
  return { ...reading, ranks: reading.ranks.toReversed() };
}

export const axis: Protocol<Reading> = {
  ...axisOfMore,
  read: (value, question) => turned(axisOfMore.read(value, question), question),
  readText: (text, question) => turned(axisOfMore.readText(text, question), question),
};
