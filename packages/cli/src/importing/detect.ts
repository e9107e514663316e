import { extname, join } from "node:path";
import { InputError } from "../failure.ts";
import { jsonRows } from "../reading/json-rows.ts";
import { fileSizeBytes } from "../reading/open-file.ts";
import type { ImportFormat } from "./format.ts";
import { importFormats } from "./formats/index.ts";
import { filesAt } from "./paths.ts";

/** The fields that tell a format, in the order they are looked for. */
const signs: readonly (readonly [field: string, format: string])[] = [
  ["type", "agon"],
  ["generator_2", "alpaca-eval"],
  ["generator", "alpaca-eval"],
  ["generated", "varco"],
  ["conversation_a", "chatbot-arena"],
  ["messages", "arena-hard"],
  ["choices", "mt-bench"],
  ["resps", "lm-eval"],
];

async function firstValue(file: string): Promise<unknown> {
  for await (const batch of jsonRows(file)) {
    for (const row of batch) return "value" in row ? row.value : null;
  }
  return null;
}

async function isLlmfao(path: string): Promise<boolean> {
  if ((await fileSizeBytes(path)) !== null) return false;
  return (await fileSizeBytes(join(path, "results.jsonl")).catch(() => null)) !== null;
}

/** The name of the format that the first of the paths seems to have. */
async function nameFor(path: string): Promise<string> {
  if (await isLlmfao(path)) return "llmfao";
  const [file = path] = await filesAt([path]);
  if (extname(file) === ".csv") return "csv";
  const value = await firstValue(file);
  const fields = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return signs.find(([field]) => fields.includes(field))?.[1] ?? "jsonl";
}

/** The format called `name`, or the one that the first path seems to have. */
export async function formatFor(name: string | undefined, path: string | undefined): Promise<ImportFormat> {
  const wanted = name ?? (path === undefined ? "" : await nameFor(path));
  const format = importFormats.find((candidate) => candidate.name === wanted);
  if (format !== undefined) return format;
  throw new InputError(
    `There is no format "${wanted}"`,
    `The formats are ${importFormats.map((known) => known.name).join(", ")}.`,
  );
}
