import { type Ballot, weightOf } from "./ballot.ts";
import { centredKnown, withBootstrap } from "./bootstrap.ts";
import { at, intAt } from "./cells.ts";
import { clusteringOf } from "./clusters.ts";
import { eloRatings } from "./elo.ts";
import { type Belief, kSortBeliefs, NATS_PER_BELIEF } from "./k-sort.ts";
import type { PairCounts } from "./pair-counts.ts";
import { centredTheta, type Estimate, type Interval, type RateOptions } from "./rating.ts";
import { thetaOf } from "./scale.ts";
import { evidenceWarnings } from "./warnings.ts";
import { type Points, pointsOfBallots, pointsOfCounts, smoothedRates } from "./win-rate.ts";

/** A method that turns ballots in their order into a theta and perhaps a spread for every model. */
export type DirectRater = (ballots: readonly Ballot[]) => {
  readonly theta: Float64Array;
  readonly sd: Float64Array | null;
};

/** Beliefs as nats: `perUnit` nats are one unit of the belief's scale. */
export function fromBeliefs(beliefs: readonly Belief[], perUnit: number): ReturnType<DirectRater> {
  return {
    theta: Float64Array.from(beliefs, (belief) => belief.mean * perUnit),
    sd: Float64Array.from(beliefs, (belief) => belief.sd * perUnit),
  };
}

function fromPoints(points: Points): ReturnType<DirectRater> {
  const rates = smoothedRates(points);
  const logit = (rate: number): number => Math.log(rate / (1 - rate));
  // A smoothed rate is near the mean of a beta distribution; the spread of its logit by the delta method.
  const spread = (rate: number, i: number): number =>
    1 / Math.sqrt((at(points.battles, i) + 3) * rate * (1 - rate));
  return { theta: rates.map(logit), sd: rates.map(spread) };
}

export const eloRater =
  (size: number): DirectRater =>
  (ballots) => ({ theta: eloRatings(size, ballots).map(thetaOf), sd: null });

export const kSortRater =
  (size: number): DirectRater =>
  (ballots) =>
    fromBeliefs(kSortBeliefs(size, ballots), NATS_PER_BELIEF);

export const winRateRater =
  (size: number): DirectRater =>
  (ballots) =>
    fromPoints(pointsOfBallots(size, ballots));

export const winRateOfCounts =
  (counts: PairCounts): DirectRater =>
  () =>
    fromPoints(pointsOfCounts(counts));

/** Runs a direct rater over ballots whose active models are `models`. */
export function estimateDirect(
  rater: DirectRater,
  ballots: readonly Ballot[],
  models: readonly number[],
  kind: Interval,
  options: RateOptions,
): Estimate {
  const pick = (all: Float64Array): Float64Array => Float64Array.from(models, (model) => at(all, model));
  const { theta, sd } = rater(ballots);
  const known = kind === "none" || kind === "bootstrap" || sd === null ? null : pick(sd);
  const base: Estimate = {
    models,
    theta: centredTheta(pick(theta)),
    sd: known,
    covariance: null,
    converged: true,
    warnings: evidenceWarnings(models.length),
    interval: { kind: known === null ? "none" : "posterior", clusters: null },
  };
  return kind === "bootstrap" ? bootstrapDirect(base, rater, ballots, options) : base;
}

function bootstrapDirect(
  base: Estimate,
  rater: DirectRater,
  ballots: readonly Ballot[],
  options: RateOptions,
): Estimate {
  const clustering = clusteringOf(ballots);
  const unitOf = new Int32Array(ballots.length);
  clustering.groups.forEach((group, u) => {
    for (const b of group) unitOf[b] = u;
  });
  const resampled = (times: Int32Array): Float64Array => {
    const drawn = ballots.flatMap((ballot, b) => Array<Ballot>(intAt(times, intAt(unitOf, b))).fill(ballot));
    const met = new Set(drawn.flatMap((ballot) => (weightOf(ballot) > 0 ? ballot.models : [])));
    const { theta } = rater(drawn);
    return centredKnown(
      Float64Array.from(base.models, (model) => (met.has(model) ? at(theta, model) : Number.NaN)),
    );
  };
  return withBootstrap(base, clustering, resampled, options);
}
