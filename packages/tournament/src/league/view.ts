import { addRanks, emptyScores, placesBy, pointShare, standingsOf } from "../scores.ts";
import {
  type GroupView,
  looseMatch,
  type MatchStatus,
  type MatchView,
  type Progress,
  type RoundView,
  type Standing,
} from "../view.ts";
import { leagueId, leagueIsOver, leagueNumber } from "./league.ts";
import { type LeagueMatch, type LeagueState, latestNumbers, leagueMatch, leagueMatches } from "./state.ts";

function statusOf(state: LeagueState, { ranks }: LeagueMatch): MatchStatus {
  if (ranks) return "decided";
  return leagueIsOver(state) ? "void" : "ready";
}

function viewOf(state: LeagueState, number: number, match: LeagueMatch): MatchView {
  return looseMatch({
    id: leagueId(number),
    group: null,
    round: 1,
    position: number + 1,
    status: statusOf(state, match),
    version: match.version,
    entrants: match.entrants,
    ranks: match.ranks,
    note: match.corrected ? "corrected" : null,
    prompt: match.prompt,
  });
}

/** A match of the league comes into being with its verdict: before, it is only somebody's ballot. */
export function leagueView(state: LeagueState, id: string): MatchView | null {
  const number = leagueNumber(id);
  const match = number === null ? null : leagueMatch(state, number);
  return number === null || !match ? null : viewOf(state, number, match);
}

export function leagueViews(state: LeagueState): MatchView[] {
  return [...leagueMatches(state)].map(([number, match]) => viewOf(state, number, match));
}

/** The budget; a league that ends before it, because no two entrants are left for any prompt, is as long as it was. */
function totalOf(state: LeagueState): number | null {
  const { options, decided } = state;
  return options.budget !== null && leagueIsOver(state) ? decided : options.budget;
}

export function leagueProgress(state: LeagueState): Progress {
  return { total: totalOf(state), decided: state.decided, forfeits: 0 };
}

export function leagueGroups(state: LeagueState): GroupView[] {
  return [{ group: null, decided: state.decided, total: totalOf(state), champion: null }];
}

const matchesShown = 48;

/** The latest matches: a league has no rounds, and may go on for ever. */
export function leagueRounds(state: LeagueState): RoundView[] {
  const matches = latestNumbers(state, matchesShown).map(leagueId);
  return matches.length === 0 ? [] : [{ bracket: "pool", round: 1, matches }];
}

/** By the share of outranked opponents; the rating over all battles is the better order. */
export function leagueStandings(state: LeagueState): Standing[] {
  const scores = emptyScores(state.entrants);
  for (const [, { entrants, ranks, firstOnly }] of leagueMatches(state)) {
    if (ranks) addRanks(scores, entrants, ranks, firstOnly);
  }
  const places = placesBy(scores.map(pointShare));
  return standingsOf(
    state.withdrawn,
    scores,
    scores.map(({ played }, entrant) => (played > 0 ? (places[entrant] ?? null) : null)),
  );
}
