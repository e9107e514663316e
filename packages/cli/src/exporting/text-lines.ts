// Rows as lines of text.
import { csvCell } from "./csv-cell.ts";
import { type Cell, type Column, type ExportRow, objectOf } from "./table.ts";

/** A list stands in one cell: names and numbers with spaces between, texts as JSON. */
function cellText(cell: Cell, { type }: Column): string {
  if (cell === null || typeof cell !== "object") return csvCell(cell);
  return csvCell(type === "texts" ? JSON.stringify(cell) : cell.join(" "));
}

/** The lines of an export, each with its line end. */
export async function* exportLines(
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow>,
  format: "jsonl" | "csv",
): AsyncGenerator<string> {
  if (format === "csv") yield `${columns.map(({ name }) => csvCell(name)).join(",")}\n`;
  for await (const row of rows) {
    yield format === "jsonl"
      ? `${JSON.stringify(objectOf(columns, row))}\n`
      : `${columns.map((column, at) => cellText(row.cells[at] ?? null, column)).join(",")}\n`;
  }
}
