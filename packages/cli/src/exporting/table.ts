// What every export is: rows of typed columns, which each file format writes in its own way.
import type { Client } from "@agon/contract";

/** `words`: names or numbers without spaces; `texts`: any texts. */
type ColumnType = "text" | "whole" | "number" | "yes-no" | "time" | "words" | "wholes" | "texts";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What stands in it, for people who read the card of a data set. */
  readonly about: string;
}

export type Cell = string | number | boolean | null | readonly (string | number)[];

/** One row in the order of the columns; `json` is its line where that is not simply the columns by name. */
export interface ExportRow {
  readonly cells: readonly Cell[];
  readonly json?: unknown;
}

/** Which rows: what a leaderboard or a choice of votes is narrowed to. */
export interface ExportChoice {
  readonly method?: string | undefined;
  readonly criterion?: string | undefined;
  readonly category?: string | undefined;
  readonly judges?: string | undefined;
}

export interface ExportKind {
  readonly columns: readonly Column[];
  readonly about: string;
  rows(client: Client, arena: string, choice: ExportChoice): AsyncGenerator<ExportRow>;
}

/** The row as an object. */
export const objectOf = (columns: readonly Column[], { cells, json }: ExportRow): unknown =>
  json ?? Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? null]));

export const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });
