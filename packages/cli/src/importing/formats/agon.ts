// Arenas that `agon export --what arena` wrote: a line each for settings, models, prompts, outputs and verdicts.
import { type JudgeKind, type NewArena, newArena } from "@agon/contract";
import { InputError } from "../../failure.ts";
import { jsonRows } from "../../reading/json-rows.ts";
import { FieldError, type Fields, fieldsOf, filledText, listOf, optionalText, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import type { ImportRecord } from "../record.ts";
import { convertRows } from "../source-rows.ts";

const types = ["arena", "model", "prompt", "output", "verdict"] as const;
type Type = (typeof types)[number];

function typeOf(row: Fields): Type {
  const type = types.find((known) => known === row.type);
  if (type === undefined) throw new FieldError("type", `must be one of ${types.join(", ")}`);
  return type;
}

function numbersOf(row: Fields, field: string): number[] {
  return listOf(row[field], field).map((value) => {
    if (typeof value === "number") return value;
    throw new FieldError(field, "must be a list of numbers");
  });
}

function textsOf(row: Fields, field: string): string[] {
  return listOf(row[field], field).map((value) => {
    if (typeof value === "string") return value;
    throw new FieldError(field, "must be a list of texts");
  });
}

const judgeKinds: readonly JudgeKind[] = ["human", "llm", "rule", "panel"];

function judgeOf(row: Fields): { id: string; kind: JudgeKind } {
  const judge = fieldsOf(row.judge, "judge");
  const kind = judgeKinds.find((known) => known === judge.kind);
  if (kind === undefined) throw new FieldError("judge.kind", `must be one of ${judgeKinds.join(", ")}`);
  return { id: filledText(judge, "id"), kind };
}

function scoreOf({ score }: Fields): number | undefined {
  if (score === undefined || typeof score === "number") return score;
  throw new FieldError("score", "must be a number");
}

const modelOf = (row: Fields): ImportRecord => {
  const slug = filledText(row, "slug");
  return {
    kind: "model",
    key: slug,
    slug,
    name: optionalText(row, "name") ?? slug,
    organization: optionalText(row, "organization"),
    license: optionalText(row, "license"),
    url: optionalText(row, "url"),
    family: optionalText(row, "family"),
    description: optionalText(row, "description"),
  };
};

const promptOf = (row: Fields): ImportRecord => {
  const slug = filledText(row, "slug");
  return {
    kind: "prompt",
    key: slug,
    label: slug,
    text: filledText(row, "text"),
    category: optionalText(row, "category"),
    reference: optionalText(row, "reference"),
  };
};

const outputOf = (row: Fields): ImportRecord => ({
  kind: "output",
  model: filledText(row, "model"),
  prompt: filledText(row, "prompt"),
  ...(row.media_url === undefined
    ? { content: text(row, "content") }
    : { mediaUrl: filledText(row, "media_url") }),
  score: scoreOf(row),
});

const verdictOf = (row: Fields): ImportRecord => ({
  kind: "verdict",
  id: filledText(row, "id"),
  models: textsOf(row, "models"),
  prompt: filledText(row, "prompt"),
  ranks: numbersOf(row, "ranks"),
  firstOnly: row.first_only === true,
  criterion: optionalText(row, "criterion"),
  judge: judgeOf(row),
  flags: row.flags === undefined ? [] : textsOf(row, "flags"),
  at: optionalText(row, "at"),
});

function records(value: unknown): ImportRecord[] {
  const row = fieldsOf(value);
  switch (typeOf(row)) {
    case "arena":
      return [];
    case "model":
      return [modelOf(row)];
    case "prompt":
      return [promptOf(row)];
    case "output":
      return [outputOf(row)];
    case "verdict":
      return [verdictOf(row)];
  }
}

/** The first line of the first file. */
async function firstLine(file: string): Promise<Fields | null> {
  for await (const [row] of jsonRows(file)) {
    if (row !== undefined) return "value" in row ? fieldsOf(row.value) : null;
  }
  return null;
}

async function settings(files: readonly string[]): Promise<Partial<NewArena>> {
  const [file = ""] = files;
  const row = await firstLine(file);
  if (row?.type !== "arena") return {};
  const own = Object.entries(row).filter(([name]) => name in newArena.shape);
  const parsed = newArena.partial().safeParse(Object.fromEntries(own));
  if (parsed.success) {
    // What the file does not say is left to the server.
    return Object.fromEntries(Object.entries(parsed.data).filter(([name]) => name in row));
  }
  const [issue] = parsed.error.issues;
  throw new InputError(`${file}:1: ${issue?.path.join(".")}: ${issue?.message}`, "Export the arena again.");
}

export const agon: ImportFormat = {
  name: "agon",
  source: "files",
  summary: "an arena that agon export --what arena wrote: names, settings, outputs and counted votes",
  settings,
  async *rows(files) {
    for (const file of files) yield* convertRows(file, jsonRows(file), records);
  },
};
