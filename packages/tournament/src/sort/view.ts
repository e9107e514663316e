import { addRanks, emptyScores, placesBy, standingsOf } from "../scores.ts";
import {
  type GroupView,
  looseMatch,
  type MatchStatus,
  type MatchView,
  type Progress,
  type RoundView,
  type Standing,
} from "../view.ts";
import { locate, sortId, trialAt, trialCount } from "./sort.ts";
import { pairCount, windowComparisons } from "./sorting.ts";
import type { SortGroup, SortState, Trial } from "./state.ts";

function ranksOf({ answer }: Trial): [number, number] | null {
  if (answer === null) return null;
  if (answer === 0) return [1, 1];
  return answer === -1 ? [1, 2] : [2, 1];
}

function statusOf({ answer, forfeit }: Trial): MatchStatus {
  if (forfeit) return "forfeit";
  return answer === null ? "ready" : "decided";
}

function noteOf({ answer, forfeit, corrected }: Trial): MatchView["note"] {
  if (forfeit) return "withdrawn";
  if (corrected) return "corrected";
  return answer === 0 ? "tie-keeps-order" : null;
}

function viewOf(group: SortGroup, index: number, trial: Trial): MatchView {
  const view = looseMatch({
    id: sortId(group, index),
    group: group.prompt,
    round: 1,
    position: index + 1,
    status: statusOf(trial),
    version: trial.version,
    entrants: trial.pair.map((seat) => group.seats[seat] ?? -1),
    ranks: ranksOf(trial),
    note: noteOf(trial),
    prompt: group.prompt,
  });
  return {
    ...view,
    places: view.places.map((place, index) => ({ ...place, seed: (trial.pair[index] ?? 0) + 1 })),
    games: trial.games.filter((said) => said !== null).length,
    gamesNeeded: 2,
    winners: view.winners.slice(0, 1),
  };
}

export function sortView(state: SortState, id: string): MatchView | null {
  const found = locate(state, id);
  return found && viewOf(found.group, found.index, found.trial);
}

export function sortViews(state: SortState): MatchView[] {
  return state.groups.flatMap((group) =>
    Array.from({ length: trialCount(state, group) }, (_, index) => trialAt(state, group, index)).flatMap(
      (trial, index) => (trial ? [viewOf(group, index, trial)] : []),
    ),
  );
}

/** Comparisons a prompt takes; heapsort tells only when it is through. */
function totalOf({ options }: SortState, group: SortGroup): number | null {
  if (group.order) return group.decided;
  switch (options.method) {
    case "all-pairs":
      return pairCount(group.seats.length);
    case "window":
      return windowComparisons(group.seats.length, options.passes);
    case "heap":
      return null;
  }
}

export function sortProgress(state: SortState): Progress {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const totals = state.groups.map((group) => totalOf(state, group));
  const known = totals.filter((total) => total !== null);
  return {
    total: known.length === totals.length ? sum(known) : null,
    decided: sum(state.groups.map(({ decided }) => decided)),
    forfeits: sum(state.groups.map(({ forfeits }) => forfeits)),
  };
}

export function sortGroups(state: SortState): GroupView[] {
  return state.groups.map((group) => ({
    group: group.prompt,
    decided: group.decided,
    total: totalOf(state, group),
    champion: group.order?.[0] ?? null,
  }));
}

export function sortRounds(state: SortState, prompt?: number): RoundView[] {
  const groups =
    prompt === undefined ? state.groups : state.groups.filter((group) => group.prompt === prompt);
  const matches = groups.flatMap((group) =>
    Array.from({ length: trialCount(state, group) }, (_, index) => sortId(group, index)),
  );
  return [{ bracket: "pool", round: 1, matches }];
}

/** Share of the others an entrant stands before, averaged over the prompts sorted so far. */
function meanShares(state: SortState): (number | null)[] {
  const sorted = state.groups.flatMap(({ order }) => (order && order.length > 1 ? [order] : []));
  return Array.from({ length: state.entrants }, (_, entrant) => {
    const shares = sorted
      .filter((order) => order.includes(entrant))
      .map((order) => 1 - order.indexOf(entrant) / (order.length - 1));
    return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  });
}

/** By the mean position over the prompts sorted so far. */
export function sortingStandings(state: SortState): Standing[] {
  const scores = emptyScores(state.entrants);
  for (const group of state.groups) {
    for (const trial of group.trials) {
      const ranks = trial && !trial.forfeit && ranksOf(trial);
      if (ranks)
        addRanks(
          scores,
          trial.pair.map((seat) => group.seats[seat] ?? -1),
          ranks,
        );
    }
  }
  const shares = meanShares(state);
  const places = placesBy(shares.map((share) => share ?? -1));
  const titles = scores.map(
    (_, entrant) => state.groups.filter(({ order }) => order?.[0] === entrant).length,
  );
  return standingsOf(
    state.withdrawn,
    scores,
    shares.map((share, entrant) => (share === null ? null : (places[entrant] ?? null))),
    titles,
  );
}
