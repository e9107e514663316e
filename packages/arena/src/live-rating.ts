// The rating that moves with every vote: what a reveal shows and what matchmaking reads. Between refits a ballot is
// one exact update of the posterior; refits come at fixed counts of ballots, so that a replay gives the same numbers.
import { addBallotToCounts, type Ballot, emptyCounts, type PairCounts } from "@agon/rating";
import {
  growPosterior,
  initialPosterior,
  type Posterior,
  refitDue,
  refitPosterior,
  updatePosterior,
} from "@agon/rating/live";
import type { VerdictEvent } from "./event.ts";
import { ballotOfRankingKey, type Facet, sumFacets, type TallySum } from "./tally.ts";

export interface LiveRating {
  readonly posterior: Posterior;
  readonly ballots: number;
  /** Ballots counted when the posterior was last fitted to all of them. */
  readonly ballotsAtRefit: number;
}

/** Spread of abilities before any vote, in nats. */
const priorSd = 1.5;

export const newLiveRating = (models: number): LiveRating => ({
  posterior: initialPosterior(models, priorSd),
  ballots: 0,
  ballotsAtRefit: 0,
});

export const growLiveRating = (rating: LiveRating, models: number): LiveRating => ({
  ...rating,
  posterior: growPosterior(rating.posterior, models),
});

export const ballotOfVerdict = (verdict: VerdictEvent): Ballot => ({
  models: verdict.models,
  ranks: verdict.ranks,
  ...(verdict.firstOnly ? { firstOnly: true } : {}),
});

/** Takes one more verdict in; `facets` hold it already. */
export function rateVerdict(rating: LiveRating, verdict: VerdictEvent, facets: Iterable<Facet>): LiveRating {
  const ballots = rating.ballots + 1;
  if (refitDue(rating.ballotsAtRefit, ballots))
    return refit({ ...rating, ballots }, verdict.criterion, facets);
  return { ...rating, ballots, posterior: updatePosterior(rating.posterior, ballotOfVerdict(verdict)) };
}

/** After a vote was taken back: an update cannot be undone, so the posterior is fitted anew. */
export const unrateVerdict = (rating: LiveRating, criterion: string, facets: Iterable<Facet>): LiveRating =>
  refit({ ...rating, ballots: rating.ballots - 1 }, criterion, facets);

function refit(rating: LiveRating, criterion: string, facets: Iterable<Facet>): LiveRating {
  const sum = sumFacets(facets, { criterion, judge: null, category: null });
  const { size } = rating.posterior;
  const evidence = sum.rankings.length === 0 ? countsOfTally(size, sum) : rankingsOfTally(sum);
  return { ...rating, posterior: refitPosterior(rating.posterior, evidence), ballotsAtRefit: rating.ballots };
}

/** Dense pair counts of the duels in a tally. */
export function countsOfTally(size: number, { duels }: TallySum): PairCounts {
  const counts = emptyCounts(size);
  for (let at = 0; at < duels.length; at += 5) {
    const [low = 0, high = 0, lowWins = 0, highWins = 0, ties = 0] = duels.slice(at, at + 5);
    const models = [low, high];
    if (lowWins > 0) addBallotToCounts(counts, { models, ranks: [1, 2], weight: lowWins });
    if (highWins > 0) addBallotToCounts(counts, { models, ranks: [2, 1], weight: highWins });
    if (ties > 0) addBallotToCounts(counts, { models, ranks: [1, 1], weight: ties });
  }
  return counts;
}

/** Every ballot of a tally as a ranking with how often it was cast; duels are rankings of two. */
export function rankingsOfTally({ duels, rankings }: TallySum): { ballot: Ballot; count: number }[] {
  const rows = rankings.map(([key, count]) => ({ ballot: ballotOfRankingKey(key), count }));
  for (let at = 0; at < duels.length; at += 5) {
    const [low = 0, high = 0, ...counts] = duels.slice(at, at + 5);
    const orders = [
      [1, 2],
      [2, 1],
      [1, 1],
    ];
    orders.forEach((ranks, cell) => {
      const count = counts[cell] ?? 0;
      if (count > 0) rows.push({ ballot: { models: [low, high], ranks }, count });
    });
  }
  return rows;
}

/** n * n: how often each pair was shown together. */
export function pairGamesOfTally(size: number, tally: TallySum): Float64Array {
  const games = new Float64Array(size * size);
  for (const { ballot, count } of rankingsOfTally(tally)) {
    for (const a of ballot.models) {
      for (const b of ballot.models) {
        const cell = a * size + b;
        if (a !== b) games[cell] = (games[cell] ?? 0) + count;
      }
    }
  }
  return games;
}
