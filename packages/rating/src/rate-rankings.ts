import { type Ballot, weightOf } from "./ballot.ts";
import { centredKnown, ROUGH, withBootstrap } from "./bootstrap.ts";
import { add, at, intAt, itemAt } from "./cells.ts";
import { type Clustering, clusteringOf } from "./clusters.ts";
import {
  DEFAULT_PRIOR_SD,
  fitPlackettLuce,
  isPlain,
  type PlackettLuceFit,
  type PlackettLuceOptions,
  priorSdAt,
  putRankingScore,
  type RankingTable,
} from "./plackett-luce.ts";
import { plainMeat, plainOf } from "./plain-rankings.ts";
import { type Ranking, type RankingKey, rankingKey, rankingOf, tieSizes } from "./ranking.ts";
import { deviations, type Estimate, type Interval, type RateOptions } from "./rating.ts";
import { centredCovariance, meatOf, type ScoreOf } from "./sandwich.ts";
import { evidenceWarnings, notConverged } from "./warnings.ts";

/** Ballots as unique rankings: `unique[b]` is the row of ballot b in the table. */
export interface Ranked {
  readonly models: readonly number[];
  readonly table: RankingTable;
  readonly unique: readonly number[];
  readonly times: readonly number[];
}

interface Unique {
  readonly ranking: Ranking;
  count: number;
  place: number;
}

/** Collects checked ballots of models 0..size-1, ballot b `times[b]` over, into unique rankings. */
export function collectRankings(size: number, ballots: readonly Ballot[], times: readonly number[]): Ranked {
  const found = new Map<RankingKey, Unique>();
  const rows = ballots.map((ballot, b) => {
    const ranking = rankingOf(ballot);
    const key = rankingKey(ranking, size);
    const known = found.get(key) ?? { ranking, count: 0, place: 0 };
    if (known.count === 0) found.set(key, known);
    known.count += times[b] ?? 1;
    return known;
  });
  const sorted = inKeyOrder(found);
  const seen = new Uint8Array(size);
  for (const { ranking } of sorted) for (const model of ranking.models) seen[model] = 1;
  const models = [...seen.keys()].filter((model) => seen[model] === 1);
  const row = new Int32Array(size);
  models.forEach((model, i) => {
    row[model] = i;
  });
  const rankings = sorted.map((unique, place) => {
    unique.place = place;
    const { ranking } = unique;
    if (models.length === size) return ranking;
    return { groups: ranking.groups, models: ranking.models.map((model) => intAt(row, model)) };
  });
  const counts = sorted.map(({ count }) => count);
  const table = { n: models.length, rankings, counts, tieSizes: tieSizes(rankings) };
  return { models, table, unique: rows.map(({ place }) => place), times };
}

/** In the order of their keys: sums then round alike whatever order the ballots came in. */
function inKeyOrder(found: ReadonlyMap<RankingKey, Unique>): Unique[] {
  const numbers = new Float64Array(found.size);
  const texts: string[] = [];
  let count = 0;
  for (const key of found.keys()) {
    if (typeof key === "string") texts.push(key);
    else numbers[count++] = key;
  }
  const sorted: Unique[] = [];
  const put = (key: RankingKey): void => {
    const unique = found.get(key);
    if (unique !== undefined) sorted.push(unique);
  };
  numbers.subarray(0, count).sort().forEach(put);
  texts.sort().forEach(put);
  return sorted;
}

/** Rankings of checked ballots, each `weight` over. */
export const rankBallots = (size: number, ballots: readonly Ballot[]): Ranked =>
  collectRankings(size, ballots, ballots.map(weightOf));

/** S from unique rankings with counts, or over clusters of ballots. */
function meat(
  ranked: Ranked,
  fit: PlackettLuceFit,
  careful: number,
  clustering: Clustering | null,
): Float64Array {
  const { table, unique, times } = ranked;
  const dimension = fit.x.length;
  const score: ScoreOf = (item, put) => putRankingScore(table, fit, careful, item, put);
  const byCluster = (groups: Clustering["groups"]): Float64Array =>
    meatOf(dimension, groups, (b, put) =>
      putRankingScore(table, fit, careful, itemAt(unique, b), put, itemAt(times, b)),
    );
  const byRanking = (): Float64Array =>
    isPlain(table, careful)
      ? plainMeat(plainOf(table), table.n, fit.x)
      : meatOf(
          dimension,
          table.rankings.map((_, r) => [r]),
          score,
          table.counts,
        );
  const result = clustering === null ? byRanking() : byCluster(clustering.groups);
  for (let k = 0; k < dimension; k++) add(result, k * dimension + k, 1 / priorSdAt(table, fit, k) ** 2);
  return result;
}

const plackettLuceOptions = (options: RateOptions): PlackettLuceOptions => ({
  priorSd: options.priorSd ?? DEFAULT_PRIOR_SD,
  careful: options.careful ?? 1,
});

function finish(
  ranked: Ranked,
  fit: PlackettLuceFit,
  kind: Interval,
  meat: Float64Array | undefined,
  clusters: number | null,
): Estimate {
  const n = ranked.table.n;
  const covariance =
    kind === "none" || n === 0 ? null : centredCovariance(n, fit.x.length, fit.curvature, meat);
  return {
    models: ranked.models,
    theta: centredKnown(fit.x.slice(0, n)),
    sd: covariance === null ? null : deviations(covariance, n),
    covariance,
    converged: fit.converged,
    warnings: [...evidenceWarnings(n), ...notConverged(fit.converged)],
    interval: { kind, clusters },
    priorSd: fit.priorSd,
  };
}

/** Estimate from unique rankings with counts, every ballot by itself. */
export function estimateRankings(ranked: Ranked, kind: Interval, options: RateOptions): Estimate {
  const law = plackettLuceOptions(options);
  const fit = fitPlackettLuce(ranked.table, law);
  const filling = kind === "sandwich" ? meat(ranked, fit, law.careful, null) : undefined;
  return finish(ranked, fit, kind, filling, null);
}

/** Estimate from ballots, intervals over their clusters. */
export function estimateRankedBallots(
  size: number,
  ballots: readonly Ballot[],
  kind: Interval,
  options: RateOptions,
): Estimate {
  const ranked = rankBallots(size, ballots);
  const plain = ballots.every((ballot) => ballot.cluster === undefined && weightOf(ballot) === 1);
  if (kind === "none" || kind === "posterior" || (plain && kind === "sandwich")) {
    return estimateRankings(ranked, kind, options);
  }
  const clustering = clusteringOf(ballots);
  const law = plackettLuceOptions(options);
  const fit = fitPlackettLuce(ranked.table, law);
  const filling = kind === "sandwich" ? meat(ranked, fit, law.careful, clustering) : undefined;
  const estimate = finish(ranked, fit, kind === "bootstrap" ? "none" : kind, filling, clustering.count);
  if (kind === "bootstrap") return bootstrapRankings(estimate, ranked, fit, clustering, options);
  return { ...estimate, warnings: [...estimate.warnings, ...clustering.warnings] };
}

function bootstrapRankings(
  base: Estimate,
  ranked: Ranked,
  fit: PlackettLuceFit,
  clustering: Clustering,
  options: RateOptions,
): Estimate {
  // The prior's spread is a setting of the fit, not of the sample: it stays as it was found.
  const law = { ...plackettLuceOptions(options), priorSd: fit.priorSd };
  const thetaOf = (times: Int32Array): Float64Array => {
    const counts = ranked.table.rankings.map(() => 0);
    clustering.groups.forEach((group, u) => {
      for (const b of group) {
        const r = itemAt(ranked.unique, b);
        counts[r] = itemAt(counts, r) + intAt(times, u) * itemAt(ranked.times, b);
      }
    });
    const kept = counts.flatMap((count, r) => (count > 0 ? [r] : []));
    const table = {
      ...ranked.table,
      rankings: kept.map((r) => itemAt(ranked.table.rankings, r)),
      counts: kept.map((r) => itemAt(counts, r)),
    };
    const { x } = fitPlackettLuce(table, law, fit.x, ROUGH);
    const met = new Set(table.rankings.flatMap((ranking) => ranking.models));
    return centredKnown(x.slice(0, table.n).map((_, i) => (met.has(i) ? at(x, i) : Number.NaN)));
  };
  return withBootstrap(base, clustering, thetaOf, options);
}
