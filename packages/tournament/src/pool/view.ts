import { addRanks, emptyScores, placesBy, pointShare, type Score, standingsOf } from "../scores.ts";
import {
  type GroupView,
  looseMatch,
  type MatchStatus,
  type MatchView,
  type Progress,
  type RoundView,
  type Standing,
} from "../view.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import { locate, poolId } from "./pool.ts";
import { fresh, type PoolMatch, type PoolState, type Sheet } from "./state.ts";
import { ratingOrder } from "./swiss.ts";

function statusOf({ ranks, forfeit }: PoolMatch): MatchStatus {
  if (forfeit) return "forfeit";
  return ranks ? "decided" : "ready";
}

function viewOf(sheet: Sheet, position: number, pair: Pair, match: PoolMatch): MatchView {
  return looseMatch({
    id: poolId(sheet, position),
    group: sheet.prompt,
    round: sheet.round + 1,
    position: position + 1,
    status: statusOf(match),
    version: match.version,
    entrants: pair,
    ranks: match.ranks,
    note: match.forfeit ?? (match.corrected ? "corrected" : null),
    prompt: sheet.prompt,
  });
}

export function poolView(state: PoolState, id: string): MatchView | null {
  const found = locate(state, id);
  return found && viewOf(found.sheet, found.position, found.pair, found.match);
}

export function poolViews(state: PoolState): MatchView[] {
  return state.sheets
    .flat()
    .flatMap((sheet) =>
      pairsOf(state, sheet).map((pair, position) =>
        viewOf(sheet, position, pair, sheet.matches[position] ?? fresh),
      ),
    );
}

/** Battles of a prompt whose batch has not begun, if nobody else withdraws. */
function battlesAhead(state: PoolState, prompt: number): number {
  const active = state.draw.filter(
    (entrant) => !state.withdrawn.includes(entrant) && !state.absences[entrant]?.includes(prompt),
  );
  return Math.max(0, active.length - 1);
}

const promptsAhead = (state: PoolState): number[] => state.batches.slice(state.begun).flat();

export function poolProgress(state: PoolState): Progress {
  let total = promptsAhead(state).reduce((sum, prompt) => sum + battlesAhead(state, prompt), 0);
  let open = total;
  let forfeits = 0;
  for (const sheet of state.sheets.flat()) {
    total += pairsOf(state, sheet).length;
    open += sheet.open;
    forfeits += sheet.forfeits;
  }
  const progress = { total, decided: total - open, forfeits };
  return state.format === "swiss" ? progress : { ...progress, matchesPerGroup: total / state.prompts };
}

function groupOf(state: PoolState, prompt: number): GroupView {
  const sheets = state.sheets[prompt] ?? [];
  const total = sheets.reduce((sum, sheet) => sum + pairsOf(state, sheet).length, 0);
  const open = sheets.reduce((sum, sheet) => sum + sheet.open, 0);
  return { group: prompt, decided: total - open, total, champion: null };
}

/** Prompts in the order they are played. */
export function poolGroups(state: PoolState): GroupView[] {
  const begun =
    state.format === "swiss" ? state.batches.slice(0, state.begun).flat() : [...state.sheets.keys()];
  const ahead = promptsAhead(state).map((prompt) => {
    return { group: prompt, decided: 0, total: battlesAhead(state, prompt), champion: null };
  });
  return [...begun.map((prompt) => groupOf(state, prompt)), ...ahead];
}

export function poolRounds(state: PoolState, prompt?: number): RoundView[] {
  const rounds = new Map<number, RoundView>();
  for (const sheet of state.sheets.flat()) {
    if (prompt !== undefined && sheet.prompt !== prompt) continue;
    const round = rounds.get(sheet.round) ?? { bracket: "pool", round: sheet.round + 1, matches: [] };
    round.matches.push(...pairsOf(state, sheet).map((_, position) => poolId(sheet, position)));
    rounds.set(sheet.round, round);
  }
  return [...rounds.values()].sort((a, b) => a.round - b.round);
}

function scoresOf(state: PoolState): Score[] {
  const scores = emptyScores(state.entrants);
  for (const sheet of state.sheets.flat()) {
    const pairs = pairsOf(state, sheet);
    sheet.matches.forEach((match, position) => {
      if (match?.ranks) addRanks(scores, pairs[position] ?? [], match.ranks);
    });
  }
  return scores;
}

/** Swiss by Bradley-Terry strength, since opponents differ; the others by their share of points. */
export function poolStandings(state: PoolState): Standing[] {
  const scores = scoresOf(state);
  const order = state.format === "swiss" ? ratingOrder(state) : null;
  const keys = scores.map((score, entrant) => (order ? -order.indexOf(entrant) : pointShare(score)));
  const places = placesBy(keys);
  return standingsOf(
    state.withdrawn,
    scores,
    scores.map(({ played }, entrant) => (played > 0 ? (places[entrant] ?? null) : null)),
  );
}
