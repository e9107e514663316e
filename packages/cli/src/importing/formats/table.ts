// Plain tables: CSV by header, or JSONL, whose columns may have any names.
import { InputError } from "../../failure.ts";
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
import type { FormatOptions, ImportFormat } from "../format.ts";
import type { ImportRecord, SourceRow } from "../record.ts";
import { convertRows } from "../source-rows.ts";

const meanings = ["model", "prompt", "content", "media_url", "score", "category", "reference"] as const;
type Meaning = (typeof meanings)[number];
type Columns = Readonly<Record<Meaning, string>>;

/** Every meaning's column: the mapped one, or the one of the same name. */
function columnsOf({ map = {} }: FormatOptions): Columns {
  const unknown = Object.keys(map).find((name) => !meanings.some((meaning) => meaning === name));
  if (unknown !== undefined) {
    throw new InputError(`--map: "${unknown}" cannot be mapped`, `Map any of ${meanings.join(", ")}.`);
  }
  const column = (meaning: Meaning): string => map[meaning] ?? meaning;
  return {
    model: column("model"),
    prompt: column("prompt"),
    content: column("content"),
    media_url: column("media_url"),
    score: column("score"),
    category: column("category"),
    reference: column("reference"),
  };
}

/** A number, or a cell that holds one; missing, null and empty are no score. */
function scoreOf(row: Fields, field: string): number | undefined {
  const value = row[field];
  if (value === undefined || value === null || value === "") return undefined;
  const score = typeof value === "string" ? Number(value.trim() === "" ? Number.NaN : value) : value;
  if (typeof score === "number" && Number.isFinite(score)) return score;
  throw new FieldError(field, "must be a finite number");
}

function records(row: Fields, columns: Columns): ImportRecord[] {
  const model = nameOrNumber(row, columns.model);
  const prompt = filledText(row, columns.prompt);
  const mediaUrl = optionalText(row, columns.media_url);
  return [
    { kind: "model", key: model, name: model },
    {
      kind: "prompt",
      key: prompt,
      text: prompt,
      category: optionalText(row, columns.category),
      reference: optionalText(row, columns.reference),
    },
    {
      kind: "output",
      model,
      prompt,
      ...(mediaUrl === undefined ? { content: text(row, columns.content) } : { mediaUrl }),
      score: scoreOf(row, columns.score),
    },
  ];
}

async function* csvFile(file: string, options: FormatOptions): AsyncGenerator<SourceRow[]> {
  const columns = columnsOf(options);
  const { header, rows } = await openCsvTable(file);
  for (const meaning of meanings) {
    if (meaning === "model" || meaning === "prompt" || options.map?.[meaning] !== undefined) {
      columnPlace(file, header, columns[meaning]);
    }
  }
  if (!header.has(columns.media_url)) columnPlace(file, header, columns.content);
  const names = [...header.keys()];
  yield* convertRows(file, rows, (cells) =>
    records(Object.fromEntries(cells.map((cell, at) => [names[at] ?? "", cell])), columns),
  );
}

export const csv: ImportFormat = {
  name: "csv",
  source: "files",
  summary:
    "a header with model, prompt, content and, if any, score, category, reference, media_url (see --map)",
  async *rows(files, options) {
    for (const file of files) yield* csvFile(file, options);
  },
};

export const jsonl: ImportFormat = {
  name: "jsonl",
  source: "files",
  summary: "one object a line (or a JSON array) with the same names (see --map)",
  async *rows(files, options) {
    const columns = columnsOf(options);
    for (const file of files) {
      yield* convertRows(file, jsonRows(file), (value) => records(fieldsOf(value), columns));
    }
  },
};
