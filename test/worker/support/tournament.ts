import type { Match, NewTournament, Tournament } from "@agon/contract";
import { api, operator } from "./api.ts";

export const startTournament = (arena: string, wish: NewTournament): Promise<Tournament> =>
  operator.createTournament(arena, { seed: "draw", ...wish });

/** Waits until a tournament that runs by itself has come to its end. */
export async function untilOver(id: string, withinMs = 60_000): Promise<Tournament> {
  for (const untilMs = performance.now() + withinMs; performance.now() < untilMs; ) {
    const tournament = await api.tournament(id);
    if (tournament.status === "completed") return tournament;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${id} did not come to its end within ${withinMs} ms`);
}

/** The matches of one bracket, round by round; `group` names the prompt it belongs to. */
export async function matchesOf(id: string, group?: string): Promise<Match[]> {
  const { brackets } = await api.tournament(id, { group });
  const shown = brackets.find(({ rounds }) => rounds.length > 0);
  return shown?.rounds.flatMap(({ matches }) => matches) ?? [];
}

/** What decides a match as people see it. */
export const essence = ({ id, status, places, ranks, winners, score }: Match) => ({
  id,
  status,
  models: places.map(({ model }) => model?.slug ?? null),
  ranks,
  winners,
  score,
});
