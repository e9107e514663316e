// Tournaments by their ids in addresses.
import { parseTournamentId } from "@agon/arena";
import type { Bindings } from "../bindings.ts";
import { type ArenaRef, findArena } from "./arenas.ts";
import { refuse } from "./problem.ts";

const unknown = (id: string) => refuse("tournament_unknown", `There is no tournament "${id.slice(0, 80)}".`);

/** The number of a tournament of this arena. */
export function tournamentNumber(id: string, arena: string): number {
  const parsed = parseTournamentId(id);
  if (parsed === null || parsed.arena !== arena) throw unknown(id);
  return parsed.number;
}

/** The arena and number of a tournament by its id. */
export async function tournamentOf(env: Bindings, id: string): Promise<{ arena: ArenaRef; number: number }> {
  const parsed = parseTournamentId(id);
  const arena = parsed && (await findArena(env, parsed.arena));
  if (parsed === null || arena === null) throw unknown(id);
  return { arena, number: parsed.number };
}
