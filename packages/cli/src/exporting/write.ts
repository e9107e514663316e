import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Failure, systemCode } from "../failure.ts";
import { csvCell } from "./csv-cell.ts";
import type { ExportKind, ExportRow } from "./rows.ts";

/** The lines of an export. */
export async function* exportLines(
  columns: ExportKind["columns"],
  rows: AsyncIterable<ExportRow>,
  format: "jsonl" | "csv",
): AsyncGenerator<string> {
  if (format === "csv") yield `${columns.map(csvCell).join(",")}\n`;
  for await (const { json, cells } of rows) {
    yield format === "csv" ? `${cells.map(csvCell).join(",")}\n` : `${JSON.stringify(json)}\n`;
  }
}

/** Writes lines to a file, which appears under its name only when it is complete; without a name to stdout. */
export async function writeLines(lines: AsyncIterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined) return pipeline(Readable.from(lines), process.stdout, { end: false });
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(lines), createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    if (systemCode(error) === null || !(error instanceof Error)) throw error;
    throw new Failure(`${file} cannot be written: ${error.message}`, "Choose another --out.");
  }
}
