import { at } from "./cells.ts";
import type { Warning } from "./error.ts";
import { firstProbabilities } from "./first-probability.ts";
import { rankRanges, Z95 } from "./interval.ts";
import { seededRandom } from "./random.ts";
import { ratingOf } from "./scale.ts";
import type { Tally } from "./tally.ts";

export type Method =
  | "bradley-terry"
  | "davidson"
  | "rao-kupper"
  | "elo"
  | "plackett-luce"
  | "k-sort"
  | "trueskill"
  | "glicko-2"
  | "openskill"
  | "win-rate";

/**
 * `sandwich`: robust, clustered when the ballots name clusters; `bootstrap`: percentiles over resampled
 * clusters or ballots; `posterior`: what the method itself believes (the inverse curvature of a fit,
 * the sigma of an online method); `none`: ratings alone.
 */
export type Interval = "sandwich" | "bootstrap" | "posterior" | "none";

export interface RateOptions {
  readonly method: Method;
  /** Default: `sandwich` for the fitted methods, `none` for Elo, `posterior` for the other ones. */
  readonly interval?: Interval | undefined;
  /** Seeds the bootstrap and the draws of `first`; default 0. */
  readonly seed?: number | string | undefined;
  /** Plackett-Luce: spread in nats of the Gaussian prior, default 1.5; `auto` is empirical Bayes. */
  readonly priorSd?: number | "auto" | undefined;
  /** Plackett-Luce: share of careful voters, 0 < e <= 1, default 1; the rest is taken to guess. */
  readonly careful?: number | undefined;
  /** Bootstrap resamples, default 200. */
  readonly rounds?: number | undefined;
  /** Draws of N(theta, V) for `first`; 0 (the default) leaves it out. */
  readonly draws?: number | undefined;
  /** A model with fewer battles is provisional; default 10. */
  readonly provisionalGames?: number | undefined;
  /** A model with a wider 95 % interval, in rating points, is provisional; default 200. */
  readonly provisionalWidth?: number | undefined;
}

export interface RatedModel {
  /** Points, the mean of rated models being 1000; null without a counted battle. */
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Nats, the mean of rated models being 0. */
  readonly theta: number | null;
  /** Standard deviation of theta in nats. */
  readonly sd: number | null;
  /** Equal to `rankLower`: models whose intervals overlap share it. */
  readonly rank: number;
  readonly rankLower: number;
  readonly rankUpper: number;
  readonly games: number;
  /** Pairwise: a battle of K models holds up to K - 1 of them. */
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
  readonly winRate: number | null;
  readonly provisional: boolean;
  /** Probability of being the best, when draws were asked for. */
  readonly first?: number;
}

export interface Rating {
  readonly method: Method;
  /** In the order of the indices. */
  readonly models: RatedModel[];
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
  readonly interval: { readonly kind: Interval; readonly clusters: number | null };
  /** Estimated tie parameter: Davidson's nu, Rao-Kupper's theta. */
  readonly tie?: number;
  /** Prior spread in nats that was used, where one was. */
  readonly priorSd?: number;
}

/** What a rater found out, over the m models that have battles. */
export interface Estimate {
  readonly models: readonly number[];
  /** Nats, mean 0, length m. */
  readonly theta: Float64Array;
  readonly sd: Float64Array | null;
  /** Percentile bounds in nats; without them theta -+ 1.96 sd. */
  readonly bounds?: { readonly lower: Float64Array; readonly upper: Float64Array };
  /** m x m covariance of theta minus its mean, where the method has one. */
  readonly covariance: Float64Array | null;
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
  readonly interval: { readonly kind: Interval; readonly clusters: number | null };
  readonly tie?: number;
  readonly priorSd?: number;
}

/** Standard deviations of the diagonal of an m x m covariance. */
export const deviations = (covariance: Float64Array, m: number): Float64Array =>
  Float64Array.from({ length: m }, (_, i) => Math.sqrt(Math.max(0, at(covariance, i * m + i))));

/** Theta minus its mean. */
export function centredTheta(theta: Float64Array): Float64Array {
  let sum = 0;
  for (const value of theta) sum += value;
  return theta.map((value) => value - sum / theta.length);
}

/** Turns an estimate and a tally into the public result. */
export function ratingFrom(size: number, tally: Tally, estimate: Estimate, options: RateOptions): Rating {
  const bounds = boundsOf(estimate);
  const ranges = rankRanges(bounds.lower, bounds.upper);
  const first = firstOf(estimate, options);
  const place = new Map(estimate.models.map((model, i) => [model, i]));
  const models = Array.from({ length: size }, (_, model): RatedModel => {
    const i = place.get(model);
    const range = i === undefined ? undefined : ranges[i];
    if (i === undefined || range === undefined) return unrated(estimate.models.length, size, tally, model);
    const known = estimate.sd !== null;
    const lower = known ? (bounds.lower[i] ?? null) : null;
    const upper = known ? (bounds.upper[i] ?? null) : null;
    return {
      rating: ratingOf(at(estimate.theta, i)),
      lower,
      upper,
      theta: at(estimate.theta, i),
      sd: estimate.sd === null ? null : at(estimate.sd, i),
      rank: range.lower,
      rankLower: range.lower,
      rankUpper: range.upper,
      ...tallied(tally, model),
      provisional: isProvisional(at(tally.games, model), lower, upper, options),
      ...(first === null ? {} : { first: at(first, i) }),
    };
  });
  return {
    method: options.method,
    models,
    converged: estimate.converged,
    warnings: estimate.warnings,
    interval: estimate.interval,
    ...(estimate.tie === undefined ? {} : { tie: estimate.tie }),
    ...(estimate.priorSd === undefined ? {} : { priorSd: estimate.priorSd }),
  };
}

/** Rating points; without intervals both bounds are the rating itself. */
function boundsOf(estimate: Estimate): { lower: number[]; upper: number[] } {
  const { theta, sd, bounds } = estimate;
  const bound = (percentile: Float64Array | undefined, sign: number): number[] =>
    Array.from(theta, (value, i) =>
      ratingOf(
        percentile === undefined ? value + sign * Z95 * (sd === null ? 0 : at(sd, i)) : at(percentile, i),
      ),
    );
  return { lower: bound(bounds?.lower, -1), upper: bound(bounds?.upper, 1) };
}

function firstOf(estimate: Estimate, options: RateOptions): Float64Array | null {
  const { draws = 0, seed = 0 } = options;
  if (draws <= 0 || estimate.sd === null) return null;
  const m = estimate.models.length;
  const covariance = estimate.covariance ?? diagonal(estimate.sd, m);
  return firstProbabilities(estimate.theta, covariance, draws, seededRandom(`first ${seed}`));
}

function diagonal(sd: Float64Array, m: number): Float64Array {
  const covariance = new Float64Array(m * m);
  for (let i = 0; i < m; i++) covariance[i * m + i] = at(sd, i) ** 2;
  return covariance;
}

function isProvisional(
  games: number,
  lower: number | null,
  upper: number | null,
  options: RateOptions,
): boolean {
  if (games < (options.provisionalGames ?? 10)) return true;
  return lower !== null && upper !== null && upper - lower > (options.provisionalWidth ?? 200);
}

function tallied(
  tally: Tally,
  model: number,
): Pick<RatedModel, "games" | "wins" | "losses" | "ties" | "winRate"> {
  const [wins, losses, ties] = [at(tally.wins, model), at(tally.losses, model), at(tally.ties, model)];
  const decided = wins + losses + ties;
  const winRate = decided > 0 ? (wins + ties / 2) / decided : null;
  return { games: at(tally.games, model), wins, losses, ties, winRate };
}

function unrated(rated: number, size: number, tally: Tally, model: number): RatedModel {
  return {
    rating: null,
    lower: null,
    upper: null,
    theta: null,
    sd: null,
    rank: rated + 1,
    rankLower: rated + 1,
    rankUpper: size,
    ...tallied(tally, model),
    provisional: true,
  };
}
