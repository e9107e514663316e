/** Why a match ended as it did, as a code for the page to put into words. */
export type Note =
  | "tie-earlier-position"
  | "tie-higher-seed"
  | "tie-keeps-order"
  | "clear-lead"
  | "out-of-reach"
  | "extra-prompt"
  | "missing-output"
  | "withdrawn"
  | "not-needed"
  | "corrected";

export type MatchStatus = "awaiting" | "ready" | "decided" | "bye" | "forfeit" | "void";

/** A seat in a match. */
export interface Place {
  readonly entrant: number | null;
  /** Seed, or position in the draw, from 1; null in pools. */
  readonly seed: number | null;
  /** The match that feeds this place. */
  readonly from: string | null;
  readonly role: "winner" | "loser" | null;
}

export interface MatchView {
  /** Stable: `r2.m1`, or `p12.r1.m3` where every prompt has matches of its own (prompt 12, counted from 0). */
  readonly id: string;
  /** Prompt index where every prompt has its own matches. */
  readonly group: number | null;
  readonly bracket: "main" | "lower" | "final" | "third" | "pool";
  /** From 1. */
  readonly round: number;
  /** From 1 within the round; in a knock-out the winner goes on to position `ceil(position / 2)`. */
  readonly position: number;
  /** `void` = will not be played. */
  readonly status: MatchStatus;
  /** From 1; raised whenever the match is corrected, voided or reset. */
  readonly version: number;
  readonly places: readonly Place[];
  /** One rank per place, once decided: 1 = best, equal = tie. */
  readonly ranks: readonly number[] | null;
  /** In a series: games won, per place. */
  readonly score: readonly number[] | null;
  /** Games decided so far. */
  readonly games: number;
  /** The most games the match takes unless they end level (best of n). */
  readonly gamesNeeded: number | null;
  /** Entrants that go on, best first. */
  readonly winners: readonly number[];
  readonly note: Note | null;
  /** The prompt, where the match has a single one. */
  readonly prompt: number | null;
  /** The match its winner goes to. */
  readonly feeds: string | null;
  /** The match its loser goes to. */
  readonly loserFeeds: string | null;
}

export interface Progress {
  /** Matches in all: byes and matches that turned out not to be needed do not count; null = endless. */
  readonly total: number | null;
  /** Matches decided, forfeits included. */
  readonly decided: number;
  /** Of the decided ones: those without a battle, because an output was missing or an entrant withdrew. */
  readonly forfeits: number;
  /** Where every prompt has its own matches: how many. */
  readonly matchesPerGroup?: number;
}

/** How far the matches of one prompt are; of all prompts where a match spans them. */
export interface GroupView {
  /** Prompt index; null = the tournament has one group. */
  readonly group: number | null;
  readonly decided: number;
  /** Byes and matches that are not needed do not count; null = not known before the end. */
  readonly total: number | null;
  /** Who came out first, once the group is over and where the format names one. */
  readonly champion: number | null;
}

export interface RoundView {
  readonly bracket: MatchView["bracket"];
  readonly round: number;
  /** Match ids by position. */
  readonly matches: string[];
}

export interface Standing {
  readonly entrant: number;
  /** 1 = first, shared where the format does not tell; null = not known yet. */
  readonly place: number | null;
  readonly played: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  /** Brackets won, one a prompt or one in all; 0 where the format names no champion. */
  readonly titles: number;
  readonly withdrawn: boolean;
}

/** The view of a match outside a bracket: a single battle nobody comes from and nobody goes on to. */
export function looseMatch(
  match: Pick<MatchView, "id" | "group" | "round" | "position" | "status" | "version" | "ranks" | "note"> & {
    readonly entrants: readonly number[];
    readonly prompt: number;
  },
): MatchView {
  const { entrants, ...view } = match;
  return {
    ...view,
    bracket: "pool",
    places: entrants.map((entrant) => ({ entrant, seed: null, from: null, role: null })),
    score: null,
    games: view.ranks ? 1 : 0,
    gamesNeeded: 1,
    winners: entrants.filter((_, place) => view.ranks?.[place] === 1),
    feeds: null,
    loserFeeds: null,
  };
}
