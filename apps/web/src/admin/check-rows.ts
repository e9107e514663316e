import type { ReadRows, RowFault, SourceRow } from "./read-rows.ts";

export type UploadKind = "models" | "prompts" | "outputs";

/** What the arena has already: outputs may only name these. */
export interface Known {
  readonly models: ReadonlySet<string>;
  /** Slugs and texts of the prompts: an output may name its prompt by either. */
  readonly prompts: ReadonlySet<string>;
}

interface Shape {
  readonly fields: readonly string[];
  readonly needed: readonly string[];
  /** Fields that make a row the same as another. */
  readonly identity: readonly string[];
}

const shapes: Record<UploadKind, Shape> = {
  models: {
    fields: ["slug", "name", "organization", "license", "url", "family", "description"],
    needed: ["slug"],
    identity: ["slug"],
  },
  prompts: {
    fields: ["slug", "text", "category", "reference"],
    needed: ["slug", "text"],
    identity: ["slug"],
  },
  outputs: {
    fields: ["model", "prompt", "content", "media_url", "score"],
    needed: ["model", "prompt"],
    identity: ["model", "prompt"],
  },
};

const slugPattern = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

const text = (row: SourceRow, field: string): string => String(row.fields[field] ?? "");

/** The first thing that is wrong with a row, or null. */
function faultOf(row: SourceRow, kind: UploadKind, known: Known): RowFault | null {
  const { line, fields } = row;
  const shape = shapes[kind];
  const unknown = Object.keys(fields).find((field) => !shape.fields.includes(field));
  if (unknown !== undefined) return { line, code: "unknown", field: unknown };
  const missing = shape.needed.find((field) => text(row, field) === "");
  if (missing !== undefined) return { line, code: "missing", field: missing };
  return kind === "outputs" ? outputFault(row, known) : slugFault(row);
}

const slugFault = (row: SourceRow): RowFault | null =>
  slugPattern.test(text(row, "slug")) ? null : { line: row.line, code: "slug", field: "slug" };

function outputFault(row: SourceRow, known: Known): RowFault | null {
  const { line, fields } = row;
  // An empty cell of a CSV is an empty output, and an empty output is an output.
  if (fields.content !== undefined && fields.media_url !== undefined) return { line, code: "either" };
  if (fields.score !== undefined && !Number.isFinite(Number(fields.score)))
    return { line, code: "number", field: "score" };
  if (!known.models.has(text(row, "model"))) return { line, code: "noModel", value: text(row, "model") };
  if (!known.prompts.has(text(row, "prompt"))) return { line, code: "noPrompt", value: text(row, "prompt") };
  return null;
}

/** The row as it is sent: numbers as numbers, a missing content as an empty one. */
function sendable(row: SourceRow, kind: UploadKind): SourceRow {
  if (kind !== "outputs") return row;
  const { score, ...fields } = row.fields;
  const content = fields.media_url === undefined && fields.content === undefined ? { content: "" } : {};
  return {
    line: row.line,
    fields: { ...fields, ...content, ...(score === undefined ? {} : { score: Number(score) }) },
  };
}

/** Checks an upload before it is sent: good rows, and every fault with its line. */
export function checkRows(read: ReadRows, kind: UploadKind, known: Known): ReadRows {
  const faults: RowFault[] = [...read.faults];
  const rows: SourceRow[] = [];
  const first = new Map<string, number>();
  for (const row of read.rows) {
    const identity = JSON.stringify(shapes[kind].identity.map((field) => text(row, field)));
    const twin = first.get(identity);
    const fault = faultOf(row, kind, known);
    if (fault) faults.push(fault);
    else if (twin !== undefined) faults.push({ line: row.line, code: "twice", first: twin });
    else rows.push(sendable(row, kind));
    if (twin === undefined) first.set(identity, row.line);
  }
  return { rows, faults: faults.toSorted((a, b) => a.line - b.line) };
}
