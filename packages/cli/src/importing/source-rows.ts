import { FieldError } from "./fields.ts";
import type { ImportRecord, SourceRow } from "./record.ts";

/** A row as a reader gives it: a value, or what is wrong with it. */
export type ReadRow<T> =
  | { readonly line: number; readonly value: T }
  | { readonly line: number; readonly problem: string };

/** Turns what a reader gives into import rows; a `FieldError` of `convert` becomes the row's problem. */
export async function* convertRows<T>(
  file: string,
  batches: AsyncIterable<readonly ReadRow<T>[]>,
  convert: (value: T, line: number) => readonly ImportRecord[],
): AsyncGenerator<SourceRow[]> {
  for await (const batch of batches) yield batch.map((row) => convertRow(file, row, convert));
}

function convertRow<T>(
  file: string,
  row: ReadRow<T>,
  convert: (value: T, line: number) => readonly ImportRecord[],
): SourceRow {
  const place = { file, line: row.line };
  if ("problem" in row) return { place, problem: { ...place, field: "", detail: row.problem } };
  try {
    return { place, records: convert(row.value, row.line) };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return { place, problem: { ...place, field: error.field, detail: error.message } };
  }
}
