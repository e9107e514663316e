import type { ScheduleState } from "./state.ts";

/** Outputs to be shown together now. */
export interface Battle {
  /** Id of the match this battle helps to decide. */
  readonly match: string;
  /** The match's version; an outcome must carry it back. */
  readonly version: number;
  /** Index of the game within the match, from 0. */
  readonly game: number;
  /** Entrants to show. Judges may be shown them in any order, except where `ordered` is set. */
  readonly entrants: readonly number[];
  readonly prompt: number;
  /** The order of `entrants` is part of the question: show them exactly so. */
  readonly ordered?: true;
}

/** What a judge said about one battle. */
export interface Outcome {
  readonly match: string;
  readonly version: number;
  readonly game: number;
  /** One rank per entrant, in the order of `entrants` or, without it, of `battle.entrants`: 1 = best, equal = tie. */
  readonly ranks: readonly number[];
  /** Only the best is known; the ranks of the others say nothing. */
  readonly firstOnly?: boolean;
  /** The entrants the ranks belong to, in any order; needed where a matchmaker chose them (`k-wise-league`). */
  readonly entrants?: readonly number[];
  /** The prompt shown; needed where a matchmaker chose it (`k-wise-league`). */
  readonly prompt?: number;
}

/**
 * A ruling on a decided match: new ranks, one per place, or `void`, which opens the match again. A `void` that names a
 * game forgets only that one, and may concern a match that is still open.
 */
export type Ruling =
  | { readonly kind: "ranks"; readonly ranks: readonly number[] }
  | { readonly kind: "void"; readonly game?: number };

export type LateReason =
  /** No match of this id, or no such game in it. */
  | "unknown-match"
  /** The match was reset since the battle was handed out. */
  | "old-version"
  | "already-decided"
  /** The game is not asked for yet. */
  | "not-ready"
  /** The ranks do not fit the battle. */
  | "bad-ranks"
  /** A chosen set is missing or not allowed (withdrawn, no output, repeated entrant). */
  | "bad-entrants"
  /** Only a decided match can be corrected; byes and forfeits have no verdict to correct. */
  | "not-decided"
  /** The entrant is unknown or has already withdrawn. */
  | "unknown-entrant";

/** What became of a transition. `late` changes nothing. */
export type Applied =
  | { readonly kind: "applied"; readonly state: ScheduleState; readonly changed: string[] }
  | { readonly kind: "late"; readonly reason: LateReason };

export function late(reason: LateReason): Applied {
  return { kind: "late", reason };
}

/** True for `size` positive integer ranks. */
export function ranksFit(ranks: readonly number[], size: number): boolean {
  return ranks.length === size && ranks.every((rank) => Number.isInteger(rank) && rank >= 1);
}

/** Competition ranks of any weak order: `[5, 2, 2]` becomes `[3, 1, 1]`. */
export function competitionRanks(values: readonly number[]): number[] {
  return values.map((value) => 1 + values.filter((other) => other < value).length);
}

/**
 * Competition ranks of an outcome in the order of its battle, or null if they do not fit it. Where only the
 * best is known, everybody else is second.
 */
export function outcomeRanks(outcome: Outcome, entrants: readonly number[]): number[] | null {
  const named = outcome.entrants ?? entrants;
  if (!ranksFit(outcome.ranks, named.length)) return null;
  const ranks = entrants.flatMap((entrant) => outcome.ranks[named.indexOf(entrant)] ?? []);
  if (ranks.length !== entrants.length) return null;
  const best = Math.min(...ranks);
  return competitionRanks(outcome.firstOnly ? ranks.map((rank) => (rank === best ? 1 : 2)) : ranks);
}

/** Whether this is an entrant that has not withdrawn yet. */
export function mayWithdraw(
  state: { readonly entrants: number; readonly withdrawn: readonly number[] },
  entrant: number,
): boolean {
  const known = Number.isInteger(entrant) && entrant >= 0 && entrant < state.entrants;
  return known && !state.withdrawn.includes(entrant);
}
