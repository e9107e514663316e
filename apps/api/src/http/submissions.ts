// Submissions by their ids in addresses: `s{arena in base 36}.{32 hex digits}`.
import { database, findArenaSlug } from "@agon/db";
import type { Bindings } from "../bindings.ts";
import { type RemoteReferee, refereeOf } from "./arenas.ts";
import { refuse } from "./problem.ts";

const unknown = (id: string) => refuse("submission_unknown", `There is no submission "${id.slice(0, 80)}".`);

/** The number of the arena that a submission's id names. */
export function submissionArena(id: string): number {
  const arena = /^s([0-9a-z]{1,8})\.[0-9a-f]{32}$/.exec(id)?.[1];
  if (arena === undefined) throw unknown(id);
  return Number.parseInt(arena, 36);
}

/** The referee that knows a submission; refuses ids that name no arena. */
export async function refereeForSubmission(env: Bindings, id: string): Promise<RemoteReferee> {
  const arena = submissionArena(id);
  if ((await findArenaSlug(database(env.DB), arena)) === null) throw unknown(id);
  return refereeOf(env, arena);
}

/** `key`: 32 hex digits that nobody can guess. */
export const submissionId = (arena: number, key: string): string => `s${arena.toString(36)}.${key}`;
