// The default board as a read model: what pages fall back to, and what a feed's snapshot carries.
import type { ArenaState } from "@agon/arena";
import { sumFacets } from "@agon/arena";
import type { Leaderboard } from "@agon/contract";
import { foldBoard } from "../folds/board.ts";
import { defaultPlan } from "../folds/board-plan.ts";

/** Null while the arena is not configured. */
export function defaultBoard(slug: string, state: ArenaState, now: number): Leaderboard | null {
  const criterion = state.settings?.criteria[0]?.slug;
  if (criterion === undefined) return null;
  const tally = sumFacets(state.facets.values(), { criterion, judge: null, category: null });
  const source = { slug, ...boardModels(state), now };
  return foldBoard(source, defaultPlan(source.k, criterion), [[{ tally }]]);
}

/** What a board needs of the state beside the counts. */
export const boardModels = (state: ArenaState) => ({
  seq: state.seq,
  k: state.settings?.k ?? 2,
  models: state.models.map(({ slug, name, organization, license, status }) => ({
    slug,
    name,
    organization,
    license,
    status,
  })),
});

export const writeBoard = (
  db: D1Database,
  arena: number,
  board: Leaderboard,
  now: number,
): D1PreparedStatement =>
  db
    .prepare(
      "INSERT OR REPLACE INTO boards (arena_id, criterion, seq, at, board) VALUES (?1, ?2, ?3, ?4, ?5)",
    )
    .bind(arena, board.criterion, board.seq, now, JSON.stringify(board));
