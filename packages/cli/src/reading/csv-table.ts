import { InputError } from "../failure.ts";
import { csvRows } from "./csv-rows.ts";

/** The names of a table's columns and the place of each. */
export type Header = ReadonlyMap<string, number>;

type TableRow =
  | { readonly line: number; readonly value: readonly string[] }
  | { readonly line: number; readonly problem: string };

export interface CsvTable {
  readonly header: Header;
  /** The rows below the header, in batches; a row with another number of cells has a problem. */
  readonly rows: AsyncGenerator<TableRow[]>;
}

function headerOf(path: string, cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new InputError(`${path}: line 1: the column "${twice}" stands twice`);
  return new Map(names.map((name, place) => [name, place]));
}

const tableRow = (line: number, cells: readonly string[], width: number): TableRow =>
  cells.length === width
    ? { line, value: cells }
    : { line, problem: `has ${cells.length} cells where the header has ${width}` };

/** Opens a CSV file whose first row names the columns. Throws `InputError` for an empty file. */
export async function openCsvTable(path: string): Promise<CsvTable> {
  const batches = csvRows(path);
  const first = await batches.next();
  const [top, ...rest] = first.done === true ? [] : first.value;
  if (top === undefined)
    throw new InputError(`${path}: the file is empty`, "The first line names the columns.");
  const header = headerOf(path, top.cells);
  async function* rows(): AsyncGenerator<TableRow[]> {
    yield rest.map(({ line, cells }) => tableRow(line, cells, header.size));
    for await (const batch of batches)
      yield batch.map(({ line, cells }) => tableRow(line, cells, header.size));
  }
  return { header, rows: rows() };
}

/** The place of a column. Throws `InputError` with the columns there are. */
export function columnPlace(path: string, header: Header, name: string): number {
  const place = header.get(name);
  if (place !== undefined) return place;
  const there = [...header.keys()].join(", ");
  throw new InputError(`${path}: line 1: there is no column "${name}"`, `The columns are: ${there}.`);
}
