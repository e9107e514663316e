// Arenas to vote in: every test gets one of its own.
import { env } from "cloudflare:workers";
import type { NewArena } from "@agon/contract";
import { operator } from "./api.ts";

let arenas = 0;

export interface Contest {
  readonly models?: number;
  readonly prompts?: number;
  readonly settings?: Partial<NewArena>;
  /** The score of every output; without it outputs have none. */
  readonly score?: (model: number, prompt: number) => number;
}

/** `m-1`, `m-2`, ... */
export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);

/** An arena without anything in it. */
export async function createArena(settings: Partial<NewArena> = {}): Promise<string> {
  const slug = `arena-${++arenas}`;
  await operator.createArena({ slug, title: "An arena", ...settings });
  return slug;
}

/** Models `m-1`... and prompts `p-1`... with an output each. Gives the arena's slug. */
export async function createContest(contest: Contest = {}): Promise<string> {
  const { models = 4, prompts = 3, settings, score } = contest;
  const arena = await createArena(settings);
  await operator.addModels(
    arena,
    numbered("m", models).map((slug) => ({ slug })),
  );
  await operator.addPrompts(
    arena,
    numbered("p", prompts).map((slug) => ({ slug, text: `Question ${slug}` })),
  );
  const outputs = numbered("m", models).flatMap((model, m) =>
    numbered("p", prompts).map((prompt, p) => ({
      model,
      prompt,
      content: `An answer of ${m}${p}`,
      ...(score ? { score: score(m, p) } : {}),
    })),
  );
  await operator.addOutputs(arena, ndjson(outputs));
  return arena;
}

export const ndjson = (rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");

export async function arenaNumber(arena: string): Promise<number> {
  const row = await env.DB.prepare("SELECT id FROM arenas WHERE slug = ?1")
    .bind(arena)
    .first<{ id: number }>();
  if (row === null) throw new Error(`there is no arena ${arena}`);
  return row.id;
}

/** The referee of an arena, to be looked into or sent away. */
export const refereeOf = async (arena: string) => env.REFEREE.getByName(String(await arenaNumber(arena)));
