// Chatbot Arena battles, as in lmsys/chatbot_arena_conversations and its successors: two conversations and who won.
// Every question is a prompt of its own, as two people may ask the same and get other answers.
import { jsonRows } from "../../reading/json-rows.ts";
import {
  FieldError,
  type Fields,
  fieldsOf,
  filledText,
  nameOrNumber,
  optionalText,
  presentField,
} from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";
import { conversation } from "./turns.ts";

interface Outcome {
  readonly ranks: readonly number[];
  readonly flags: readonly string[];
}

const bothBad: Outcome = { ranks: [1, 1], flags: ["both_bad"] };

const outcomes: Readonly<Record<string, Outcome>> = {
  model_a: { ranks: [1, 2], flags: [] },
  model_b: { ranks: [2, 1], flags: [] },
  tie: { ranks: [1, 1], flags: [] },
  "tie (bothbad)": bothBad,
  both_bad: bothBad,
};

function outcomeOf(row: Fields): Outcome {
  const winner = filledText(row, "winner");
  const outcome = outcomes[winner];
  if (outcome !== undefined) return outcome;
  throw new FieldError("winner", `"${winner}" is none of ${Object.keys(outcomes).join(", ")}`);
}

/** Seconds since 1970, as the files have it. */
function timeOf(row: Fields): string | undefined {
  const seconds = row.tstamp;
  if (seconds === undefined || seconds === null) return undefined;
  const time = new Date(typeof seconds === "number" ? seconds * 1_000 : Number.NaN);
  if (Number.isNaN(time.getTime())) throw new FieldError("tstamp", "must be seconds since 1970");
  return time.toISOString();
}

function records(value: unknown): ImportRecord[] {
  const row = fieldsOf(value);
  const question = nameOrNumber(row, presentField(row, ["question_id", "id"]));
  const models = [filledText(row, "model_a"), filledText(row, "model_b")] as const;
  if (models[0] === models[1]) throw new FieldError("model_b", "is the same model as model_a");
  const sides = [
    conversation(row.conversation_a, "conversation_a"),
    conversation(row.conversation_b, "conversation_b"),
  ];
  const [a, b] = sides;
  if (a?.prompt !== b?.prompt)
    throw new FieldError("conversation_b", "asks something else than conversation_a");
  const judge = nameOrNumber(row, presentField(row, ["judge", "judge_hash", "evaluation_session_id"]));
  return [
    ...models.map((name): ImportRecord => ({ kind: "model", key: name, name })),
    {
      kind: "prompt",
      key: question,
      label: question,
      text: a?.prompt ?? "",
      category: optionalText(row, "language"),
    },
    ...models.map(
      (model, side): ImportRecord => ({
        kind: "output",
        model,
        prompt: question,
        content: sides[side]?.answer ?? "",
      }),
    ),
    {
      kind: "verdict",
      id: `chatbot-arena-${question}`,
      models,
      prompt: question,
      judge: { id: judge, kind: "human" },
      at: timeOf(row),
      ...outcomeOf(row),
    },
  ];
}

export const chatbotArena: ImportFormat = {
  name: "chatbot-arena",
  source: "files",
  summary:
    "battles as JSON or JSONL: question_id, model_a, model_b, winner, judge, conversation_a and _b, tstamp",
  title: "Chatbot Arena",
  async *rows(files) {
    for (const file of files) yield* convertRows(file, jsonRows(file), records);
  },
};
