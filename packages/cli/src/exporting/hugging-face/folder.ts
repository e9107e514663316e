// A folder that the Hugging Face Hub takes as it is: a card, Croissant metadata, a Parquet file a table.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Failure, systemCode } from "../../failure.ts";
import type { Connection } from "../../server/connection.ts";
import { type ExportName, exportKinds } from "../kinds/index.ts";
import { writeParquet } from "../parquet.ts";
import type { ExportChoice } from "../table.ts";
import { writeWhole } from "../write.ts";
import { cardOf } from "./card.ts";
import { croissantOf, type DescribedPart } from "./croissant.ts";

/** The first is what the Hub shows first. */
const tables: readonly ExportName[] = [
  "pairs",
  "rankings",
  "soft-labels",
  "pointwise",
  "verdicts",
  "outputs",
  "prompts",
  "models",
  "leaderboard",
];

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function writeTable(
  { client }: Connection,
  arena: string,
  folder: string,
  [name, choice]: readonly [ExportName, ExportChoice],
): Promise<DescribedPart> {
  const { columns, about, rows } = exportKinds[name];
  const path = `data/${name}.parquet`;
  const file = join(folder, path);
  const count = await writeWhole(file, (part) => writeParquet(part, columns, rows(client, arena, choice)));
  const { size } = await stat(file);
  return { name, about, rows: count, path, columns, sha256: await sha256Of(file), sizeBytes: size };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(join(folder, "data"), { recursive: true });
  } catch (error) {
    if (systemCode(error) === null || !(error instanceof Error)) throw error;
    throw new Failure(`${folder} cannot be made: ${error.message}`, "Choose another --out.");
  }
}

/** Writes the folder; gives its tables. */
export async function writeHuggingFace(
  connection: Connection,
  slug: string,
  folder: string,
  choice: ExportChoice,
): Promise<readonly DescribedPart[]> {
  const arena = await connection.client.arena(slug);
  await makeFolder(folder);
  const parts: DescribedPart[] = [];
  for (const name of tables) parts.push(await writeTable(connection, slug, folder, [name, choice]));
  const source = new URL(`/a/${slug}`, connection.url).href;
  const metadata = croissantOf(arena, source, parts, new Date());
  await writeFile(join(folder, "croissant.json"), `${JSON.stringify(metadata, null, 2)}\n`);
  await writeFile(join(folder, "README.md"), cardOf(arena, source, parts));
  return parts;
}
