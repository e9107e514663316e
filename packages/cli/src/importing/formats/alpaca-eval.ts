// AlpacaEval: model_outputs.json (one model's answers) and annotations.json (a judge's preference between the
// baseline and the model), in any mix and order. https://github.com/tatsu-lab/alpaca_eval
import { jsonRows } from "../../reading/json-rows.ts";
import {
  FieldError,
  type Fields,
  fieldsOf,
  filledText,
  finiteNumber,
  optionalText,
  text,
} from "../fields.ts";
import { fingerprint } from "../fingerprint.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";

/** Preferences by model and instruction; `answered`: the pairs that an outputs file gives the text of. */
interface Known {
  readonly preferences: Map<string, number>;
  readonly answered: Set<string>;
}

const isAnnotation = (row: Fields): boolean => "preference" in row || "output_2" in row;

/** 1 = the baseline is better, 2 = the model is; 0 and null mean that no preference could be read. */
function preferenceOf(row: Fields): number {
  if (row.preference === null || row.preference === 0) return 1.5;
  const preference = finiteNumber(row, "preference");
  if (preference < 1 || preference > 2) throw new FieldError("preference", "must lie between 1 and 2");
  return preference;
}

const pairOf = (row: Fields, modelField: string): string =>
  fingerprint(filledText(row, modelField), filledText(row, "instruction"));

async function survey(files: readonly string[]): Promise<Known> {
  const known: Known = { preferences: new Map(), answered: new Set() };
  for (const file of files) {
    for await (const batch of jsonRows(file)) {
      for (const row of batch) if ("value" in row) note(known, row.value);
    }
  }
  return known;
}

function note({ preferences, answered }: Known, value: unknown): void {
  try {
    const row = fieldsOf(value);
    if (isAnnotation(row)) preferences.set(pairOf(row, "generator_2"), preferenceOf(row));
    else answered.add(pairOf(row, "generator"));
  } catch (error) {
    // The same row comes again below, where its problem is reported.
    if (!(error instanceof FieldError)) throw error;
  }
}

function answer(row: Fields, fields: { model: string; content: string }, known: Known): ImportRecord[] {
  const model = filledText(row, fields.model);
  const prompt = filledText(row, "instruction");
  const score = known.preferences.get(pairOf(row, fields.model));
  return [
    { kind: "model", key: model, name: model },
    { kind: "prompt", key: prompt, text: prompt, category: optionalText(row, "dataset") },
    { kind: "output", model, prompt, content: text(row, fields.content), score },
  ];
}

function records(value: unknown, known: Known): ImportRecord[] {
  const row = fieldsOf(value);
  if (!isAnnotation(row)) return answer(row, { model: "generator", content: "output" }, known);
  preferenceOf(row);
  const fields = { model: "generator_2", content: "output_2" };
  return known.answered.has(pairOf(row, fields.model)) ? [] : answer(row, fields, known);
}

export const alpacaEval: ImportFormat = {
  name: "alpaca-eval",
  source: "files",
  summary: "any mix of model_outputs.json and annotations.json; the preference becomes the score",
  title: "AlpacaEval",
  description:
    "Outputs and preferences of AlpacaEval (Tatsu lab), licensed CC BY-NC 4.0. " +
    "https://github.com/tatsu-lab/alpaca_eval",
  async *rows(files) {
    const known = await survey(files);
    for (const file of files) yield* convertRows(file, jsonRows(file), (value) => records(value, known));
  },
};
