import type { Arena } from "./arena.ts";
import type { Leaderboard } from "./leaderboard.ts";
import type { Match, Tournament, TournamentSummary } from "./tournament.ts";
import type { Verdict } from "./verdict.ts";

/** What a verdict set in motion, so that a page can move without asking again. */
export interface Consequences {
  readonly verdict?: Verdict;
  /** Every match whose place, score or state changed. */
  readonly matches: readonly Match[];
  readonly tournament?: TournamentSummary;
  /** Counted votes of the arena after this entry. */
  readonly votes: number;
}

interface Envelope<Type extends string, Data> {
  readonly v: 1;
  readonly seq: number;
  /** The feed's seq before this one: a gap shows. Null in a snapshot. */
  readonly prev: number | null;
  readonly type: Type;
  readonly data: Data;
}

/** Messages of `/live/arenas/{arena}` and `/live/tournaments/{id}`; one per log entry that concerns the feed. */
export type LiveMessage =
  | Envelope<
      "snapshot",
      { readonly arena: Arena; readonly tournament?: Tournament; readonly leaderboard?: Leaderboard }
    >
  | Envelope<"verdict", Consequences>
  | Envelope<"match", Consequences>
  | Envelope<"tournament", Consequences>
  | Envelope<"arena", Consequences & { readonly change: string }>;
