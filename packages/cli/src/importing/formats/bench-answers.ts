// MT-bench and Arena-Hard keep questions (question.jsonl) and answers (model_answer/MODEL.jsonl) apart. Both are taken
// in any mix and order; without a question file the prompts have only their ids.
// https://github.com/lm-sys/FastChat (llm_judge), https://github.com/lmarena/arena-hard-auto
import { jsonRows } from "../../reading/json-rows.ts";
import {
  FieldError,
  type Fields,
  fieldsOf,
  filledText,
  listOf,
  nameOrNumber,
  optionalText,
  presentField,
} from "../fields.ts";
import { fingerprint } from "../fingerprint.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord, PromptRecord, SourceRow } from "../record.ts";
import { convertRows } from "../source-rows.ts";
import { conversation, joinTurns, turnTexts } from "./turns.ts";

const isAnswer = (row: Fields): boolean => "choices" in row || "messages" in row;
const idOf = (row: Fields): string => nameOrNumber(row, presentField(row, ["question_id", "uid"]));

function question(row: Fields): PromptRecord {
  const id = idOf(row);
  const text = "prompt" in row ? filledText(row, "prompt") : joinTurns(turnTexts(row.turns, "turns"));
  return { kind: "prompt", key: id, label: id, text, category: optionalText(row, "category") };
}

/** `choices[0].turns` of the first version, or the messages of Arena-Hard 2. */
function answerOf(row: Fields): { prompt: string | null; answer: string } {
  if ("messages" in row) return conversation(row.messages, "messages");
  const [first] = listOf(row.choices, "choices");
  if (first === undefined) throw new FieldError("choices", "has no answer");
  const turns = turnTexts(fieldsOf(first, "choices").turns, "choices[0].turns");
  return { prompt: null, answer: joinTurns(turns) };
}

function answer(row: Fields, asked: ReadonlySet<string>): ImportRecord[] {
  const id = idOf(row);
  const model = filledText(row, presentField(row, ["model_id", "model"]));
  const { prompt, answer: content } = answerOf(row);
  const text = prompt ?? `Question ${id} (its text is not part of the imported files)`;
  return [
    { kind: "model", key: model, name: model },
    ...(asked.has(fingerprint(id)) ? [] : [{ kind: "prompt", key: id, label: id, text } as const]),
    { kind: "output", model, prompt: id, content },
  ];
}

/** The ids that a question file gives the text of. */
async function questionsIn(files: readonly string[]): Promise<Set<string>> {
  const asked = new Set<string>();
  for (const file of files) {
    for await (const batch of jsonRows(file)) {
      for (const row of batch) if ("value" in row) note(asked, row.value);
    }
  }
  return asked;
}

function note(asked: Set<string>, value: unknown): void {
  try {
    const row = fieldsOf(value);
    if (!isAnswer(row)) asked.add(fingerprint(idOf(row)));
  } catch (error) {
    // The same row comes again below, where its problem is reported.
    if (!(error instanceof FieldError)) throw error;
  }
}

/** Questions come before answers, whatever the order of the files. */
async function* rows(files: readonly string[]): AsyncGenerator<SourceRow[]> {
  const asked = await questionsIn(files);
  for (const questions of [true, false]) {
    for (const file of files) {
      yield* convertRows(file, jsonRows(file), (value) => {
        const row = fieldsOf(value);
        if (isAnswer(row)) return questions ? [] : answer(row, asked);
        return questions ? [question(row)] : [];
      });
    }
  }
}

const shared = {
  source: "files",
  summary: "model_answer/*.jsonl, with question.jsonl for the prompts' texts",
  rows,
} as const;

export const mtBench: ImportFormat = { name: "mt-bench", title: "MT-bench", ...shared };
export const arenaHard: ImportFormat = { name: "arena-hard", title: "Arena-Hard", ...shared };
