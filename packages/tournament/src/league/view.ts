import { addRanks, emptyScores, placesBy, pointShare, sortStandings } from "../scores.ts";
import type { MatchView, Progress, RoundView, Standing } from "../view.ts";
import { leagueId, leagueIsOver, leagueNumber } from "./league.ts";
import { type LeagueMatch, type LeagueState, leagueMatch, leagueMatches } from "./state.ts";

function viewOf(state: LeagueState, number: number, match: LeagueMatch): MatchView {
  const undecided = leagueIsOver(state) ? "void" : "ready";
  return {
    id: leagueId(number),
    group: null,
    bracket: "pool",
    round: 1,
    position: number + 1,
    status: match.ranks ? "decided" : undecided,
    version: match.version,
    places: match.entrants.map((entrant) => ({ entrant, seed: null, from: null, role: null })),
    ranks: match.ranks,
    score: null,
    games: match.ranks ? 1 : 0,
    gamesNeeded: 1,
    winners: match.entrants.filter((_, place) => match.ranks?.[place] === 1),
    note: match.corrected ? "corrected" : null,
    prompt: match.prompt,
    feeds: null,
    loserFeeds: null,
  };
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

export function leagueProgress(state: LeagueState): Progress {
  return { total: state.options.budget, decided: state.decided, forfeits: 0 };
}

export function leagueRounds(state: LeagueState): RoundView[] {
  const matches = [...leagueMatches(state)].map(([number]) => leagueId(number));
  return [{ bracket: "pool", round: 1, matches }];
}

/** By the share of outranked opponents; the rating over all battles is the better order. */
export function leagueStandings(state: LeagueState): Standing[] {
  const scores = emptyScores(state.entrants);
  for (const [, { entrants, ranks, firstOnly }] of leagueMatches(state)) {
    if (ranks) addRanks(scores, entrants, ranks, firstOnly);
  }
  const places = placesBy(scores.map(pointShare));
  const standings = scores.map((score, entrant) => ({
    entrant,
    place: score.played > 0 ? (places[entrant] ?? null) : null,
    ...score,
    titles: 0,
    withdrawn: state.withdrawn.includes(entrant),
  }));
  return sortStandings(standings);
}
