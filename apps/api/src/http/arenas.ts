// Arenas by the names in addresses. A slug keeps its number for ever, so an isolate may remember it.
import { database, findArenaId } from "@agon/db";
import type { Bindings } from "../bindings.ts";
import type { Referee } from "../referee/referee.ts";
import { refuse } from "./problem.ts";

/** An object's methods as they look from outside: plain values cross, so their own types hold. */
export type Remote<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};
export type RemoteReferee = Remote<Referee>;

export interface ArenaRef {
  readonly id: number;
  readonly slug: string;
  readonly referee: RemoteReferee;
}

const remembered = new Map<string, number>();
const rememberedLimit = 10_000;

async function arenaNumber(env: Bindings, slug: string): Promise<number | null> {
  const known = remembered.get(slug);
  if (known !== undefined) return known;
  const id = await findArenaId(database(env.DB), slug);
  if (id === null) return null;
  if (remembered.size >= rememberedLimit) remembered.clear();
  remembered.set(slug, id);
  return id;
}

export const refereeOf = (env: Bindings, arena: number): RemoteReferee =>
  env.REFEREE.getByName(String(arena)) as unknown as RemoteReferee;

export async function findArena(env: Bindings, slug: string): Promise<ArenaRef | null> {
  const id = await arenaNumber(env, slug);
  return id === null ? null : { id, slug, referee: refereeOf(env, id) };
}

export async function arenaOf(env: Bindings, slug: string): Promise<ArenaRef> {
  const arena = await findArena(env, slug);
  if (arena === null) throw refuse("arena_unknown", `There is no arena "${slug.slice(0, 80)}".`);
  return arena;
}
