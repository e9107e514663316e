import { addRanks, emptyScores, standingsOf } from "../scores.ts";
import {
  type GroupView,
  looseMatch,
  type MatchStatus,
  type MatchView,
  type Progress,
  type RoundView,
  type Standing,
} from "../view.ts";
import { likeliestPlace } from "./belief.ts";
import { placeBelief, placementId, placementIndex, placementIsOver } from "./placement.ts";
import type { PlacementMatch, PlacementState } from "./state.ts";

function statusOf({ ranks, forfeit }: PlacementMatch): MatchStatus {
  if (forfeit) return "forfeit";
  return ranks ? "decided" : "ready";
}

function viewOf(match: PlacementMatch, index: number): MatchView {
  const note = match.corrected ? "corrected" : null;
  return looseMatch({
    id: placementId(index),
    group: null,
    round: 1,
    position: index + 1,
    status: statusOf(match),
    version: match.version,
    entrants: match.entrants,
    ranks: match.ranks,
    note: match.forfeit ? "withdrawn" : note,
    prompt: match.prompt,
  });
}

export function placementView(state: PlacementState, id: string): MatchView | null {
  const index = placementIndex(state, id);
  const match = index === null ? undefined : state.matches[index];
  return index === null || !match ? null : viewOf(match, index);
}

export function placementViews(state: PlacementState): MatchView[] {
  return state.matches.map(viewOf);
}

/** The number of battles is known at the end. */
export function placementProgress(state: PlacementState): Progress {
  const forfeits = state.matches.filter(({ forfeit }) => forfeit).length;
  const decided = forfeits + state.matches.filter(({ ranks }) => ranks).length;
  return { total: placementIsOver(state) ? decided : null, decided, forfeits };
}

export function placementGroups(state: PlacementState): GroupView[] {
  const { total, decided } = placementProgress(state);
  return [{ group: null, decided, total, champion: null }];
}

/** Battles follow each other: they are one list. */
export function placementRounds(state: PlacementState): RoundView[] {
  const matches = state.matches.map((_, index) => placementId(index));
  return matches.length === 0 ? [] : [{ bracket: "pool", round: 1, matches }];
}

/** The ladder with the newcomer at its likeliest place. */
export function placementStandings(state: PlacementState): Standing[] {
  const place = likeliestPlace(placeBelief(state));
  const order = [...state.ladder.slice(0, place), state.newcomer, ...state.ladder.slice(place)];
  const scores = emptyScores(state.entrants);
  for (const { entrants, ranks, firstOnly } of state.matches) {
    if (ranks) addRanks(scores, entrants, ranks, firstOnly);
  }
  const places = scores.map((_, entrant) => order.indexOf(entrant) + 1);
  return standingsOf(state.withdrawn, scores, places);
}
