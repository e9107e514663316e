/** One row of an upload: its fields, and the line it begins on (from 1). */
export interface SourceRow {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type RowFault = { readonly line: number } & (
  | { readonly code: "malformed" | "notObject" | "quote" | "either" }
  | { readonly code: "columns"; readonly expected: number; readonly found: number }
  | { readonly code: "unknown" | "missing" | "slug" | "number"; readonly field: string }
  | { readonly code: "noModel" | "noPrompt"; readonly value: string }
  | { readonly code: "twice"; readonly first: number }
);

export interface ReadRows {
  readonly rows: readonly SourceRow[];
  readonly faults: readonly RowFault[];
}

type Outcome = SourceRow | RowFault;

const isFault = (outcome: Outcome): outcome is RowFault => "code" in outcome;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sorted(outcomes: readonly Outcome[]): ReadRows {
  return {
    rows: outcomes.filter((one): one is SourceRow => !isFault(one)),
    faults: outcomes.filter(isFault),
  };
}

/** Reads an upload as JSON (one array), JSON Lines or CSV with a header, by its first sign. */
export function readRows(text: string): ReadRows {
  const trimmed = text.replace(/^\uFEFF/, "");
  if (trimmed.trim() === "") return { rows: [], faults: [] };
  const first = trimmed.trimStart()[0];
  if (first === "[") return readJson(trimmed);
  return first === "{" ? readJsonLines(trimmed) : readCsv(trimmed);
}

const rowOf = (value: unknown, line: number): Outcome =>
  isObject(value) ? { line, fields: value } : { line, code: "notObject" };

/** An array has no lines of its own: its items are counted instead. */
function readJson(text: string): ReadRows {
  try {
    const items: unknown = JSON.parse(text);
    return sorted(Array.isArray(items) ? items.map((item, i) => rowOf(item, i + 1)) : []);
  } catch {
    return { rows: [], faults: [{ line: 1, code: "malformed" }] };
  }
}

function readJsonLines(text: string): ReadRows {
  const outcomes = text.split(/\r?\n/).flatMap((source, i): Outcome[] => {
    if (source.trim() === "") return [];
    try {
      return [rowOf(JSON.parse(source), i + 1)];
    } catch {
      return [{ line: i + 1, code: "malformed" }];
    }
  });
  return sorted(outcomes);
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** RFC 4180: quoted cells may hold commas, line breaks and doubled quotation marks. Null: a mark is not closed. */
function csvRecords(text: string): { records: CsvRecord[]; open: number | null } {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let start = 1;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (cells.length > 1 || cells[0] !== "") records.push({ line: start, cells });
    cells = [];
    start = line + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') cell += text[i++];
      else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === ",") endCell();
    else if (sign === "\n") endRecord();
    else if (sign !== "\r") cell += sign;
    if (sign === "\n") line++;
  }
  const open = quoted ? start : null;
  if (!quoted && (cell !== "" || cells.length > 0)) endRecord();
  return { records, open };
}

function readCsv(text: string): ReadRows {
  const { records, open } = csvRecords(text);
  const [header, ...body] = records;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const outcomes = body.map(({ line, cells }): Outcome => {
    if (cells.length !== names.length)
      return { line, code: "columns", expected: names.length, found: cells.length };
    const filled = names.map((name, i) => [name, cells[i]] as const).filter(([, value]) => value !== "");
    return { line, fields: Object.fromEntries(filled) };
  });
  if (open !== null) outcomes.push({ line: open, code: "quote" });
  return sorted(outcomes);
}
