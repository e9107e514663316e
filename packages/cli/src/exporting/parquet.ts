// Rows as a Parquet file, written in row groups so that memory holds one of them.
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, ExportRow } from "./table.ts";

const rowGroupRows = 10_000;

type SchemaElement = ParquetWriter["schema"][number];

const leaf = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  whole: { type: "INT32" },
  number: { type: "DOUBLE" },
  "yes-no": { type: "BOOLEAN" },
  time: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
} as const satisfies Record<string, Omit<SchemaElement, "name">>;

const elements = { words: leaf.text, wholes: leaf.whole, texts: leaf.text } as const;

/** A column's part of the schema; lists in the three levels that the format asks for. */
function schemaOf({ name, type }: Column): SchemaElement[] {
  if (type !== "words" && type !== "wholes" && type !== "texts") {
    return [{ name, repetition_type: "OPTIONAL", ...leaf[type] }];
  }
  return [
    { name, repetition_type: "OPTIONAL", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "OPTIONAL", ...elements[type] },
  ];
}

const stored = (cell: Cell, { type }: Column): unknown =>
  type === "time" && typeof cell === "string" ? new Date(cell) : cell;

/** Writes rows to a file; gives how many. */
export async function writeParquet(
  file: string,
  columns: readonly Column[],
  rows: AsyncIterable<ExportRow>,
): Promise<number> {
  const root: SchemaElement = { name: "root", num_children: columns.length };
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: [root, ...columns.flatMap(schemaOf)],
    createdBy: "agon",
  });
  let count = 0;
  let group: ExportRow[] = [];
  const flush = async (): Promise<void> => {
    if (group.length === 0) return;
    const columnData = columns.map((column, at) => ({
      name: column.name,
      data: group.map(({ cells }) => stored(cells[at] ?? null, column)),
    }));
    await writer.write({ columnData, rowGroupSize: rowGroupRows });
    count += group.length;
    group = [];
  };
  for await (const row of rows) if (group.push(row) >= rowGroupRows) await flush();
  await flush();
  await writer.finish();
  return count;
}
