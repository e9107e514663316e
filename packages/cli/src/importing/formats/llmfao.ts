// LLMFAO (D. Ustalov, llmonitor.com): a folder with models.jsonl, prompts.jsonl, results.jsonl and comparisons by
// people and by GPT-4. https://github.com/dustalov/llmfao
import { join } from "node:path";
import { columnPlace, openCsvTable } from "../../reading/csv-table.ts";
import { jsonRows } from "../../reading/json-rows.ts";
import {
  FieldError,
  type Fields,
  fieldsOf,
  filledText,
  nameOrNumber,
  optionalText,
  text,
} from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord, SourceRow, VerdictRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";

const model = (row: Fields): ImportRecord[] => [
  {
    kind: "model",
    key: nameOrNumber(row, "id"),
    name: filledText(row, "name"),
    organization: optionalText(row, "org"),
  },
];

const prompt = (row: Fields): ImportRecord[] => [
  {
    kind: "prompt",
    key: nameOrNumber(row, "id"),
    label: filledText(row, "slug"),
    text: filledText(row, "text"),
    category: optionalText(row, "type"),
  },
];

// 69 of the published results are empty; they are what those models answered.
const result = (row: Fields): ImportRecord[] => [
  {
    kind: "output",
    model: nameOrNumber(row, "model"),
    prompt: nameOrNumber(row, "prompt"),
    content: text(row, "result"),
  },
];

const ranksByWinner: Readonly<Record<string, readonly number[]>> = {
  left: [1, 2],
  right: [2, 1],
  tie: [1, 1],
};

type Cell = (column: string) => string;

function comparison(cell: Cell, id: string, judge: VerdictRecord["judge"]): ImportRecord[] {
  const ranks = ranksByWinner[cell("winner")];
  if (ranks === undefined) {
    throw new FieldError("winner", `"${cell("winner")}" is none of left, right, tie`);
  }
  return [
    { kind: "verdict", id, models: [cell("model_x"), cell("model_y")], prompt: cell("prompt"), ranks, judge },
  ];
}

const byPerson = (cell: Cell): ImportRecord[] =>
  comparison(cell, `llmfao-${cell("id")}-${cell("worker")}`, { id: cell("worker"), kind: "human" });

const byGpt4 = (cell: Cell): ImportRecord[] =>
  comparison(cell, `llmfao-${cell("id")}-gpt-4`, { id: "gpt-4", kind: "llm" });

const jsonl = (path: string, convert: (row: Fields) => ImportRecord[]): AsyncGenerator<SourceRow[]> =>
  convertRows(path, jsonRows(path), (value) => convert(fieldsOf(value)));

async function* comparisons(
  path: string,
  columns: readonly string[],
  convert: (cell: Cell) => ImportRecord[],
): AsyncGenerator<SourceRow[]> {
  const { header, rows } = await openCsvTable(path);
  const places = new Map(columns.map((column) => [column, columnPlace(path, header, column)]));
  yield* convertRows(path, rows, (cells) =>
    convert((column) => {
      const cell = cells[places.get(column) ?? -1] ?? "";
      if (cell === "") throw new FieldError(column, "must not be empty");
      return cell;
    }),
  );
}

const columns = ["id", "prompt", "model_x", "model_y", "winner"];

export const llmfao: ImportFormat = {
  name: "llmfao",
  source: "folder",
  summary: "a folder with models.jsonl, prompts.jsonl, results.jsonl and crowd-comparisons.csv",
  title: "LLMFAO",
  description:
    "Outputs and human votes of LLMFAO (Dmitry Ustalov, llmonitor.com), licensed CC BY 4.0. " +
    "https://github.com/dustalov/llmfao",
  async *rows(files, { withLlm = false }) {
    const [folder = ""] = files;
    yield* jsonl(join(folder, "models.jsonl"), model);
    yield* jsonl(join(folder, "prompts.jsonl"), prompt);
    yield* jsonl(join(folder, "results.jsonl"), result);
    yield* comparisons(join(folder, "crowd-comparisons.csv"), [...columns, "worker"], byPerson);
    if (withLlm) yield* comparisons(join(folder, "gpt4-crowd-comparisons.csv"), columns, byGpt4);
  },
};
