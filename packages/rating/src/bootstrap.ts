import { add, at, intAt } from "./cells.ts";
import type { Clustering } from "./clusters.ts";
import { quantile } from "./interval.ts";
import { type Random, randomIndex, seededRandom } from "./random.ts";
import type { Estimate, RateOptions } from "./rating.ts";

const DEFAULT_ROUNDS = 200;

/** Nats to which a resample is fitted: far below the spread that is measured. */
export const ROUGH = 1e-4;

/**
 * Theta of the base estimate's models when unit u (a cluster or a ballot) counts `times[u]` times;
 * NaN for a model that has no battle left.
 */
export type ResampledTheta = (times: Int32Array) => Float64Array;

/** The base estimate with percentile intervals over the clusters (or single ballots) of a clustering. */
export function withBootstrap(
  base: Estimate,
  clustering: Clustering,
  thetaOf: ResampledTheta,
  options: RateOptions,
): Estimate {
  const random = seededRandom(`bootstrap ${options.seed ?? 0}`);
  const spread = spreadOf(base, clustering.groups.length, thetaOf, options.rounds ?? DEFAULT_ROUNDS, random);
  const warnings = [...base.warnings, ...clustering.warnings];
  return { ...base, ...spread, warnings, interval: { kind: "bootstrap", clusters: clustering.count } };
}

/** Percentile intervals (B. Efron, 1979): `rounds` times as many units as there are, drawn with return. */
function spreadOf(
  base: Estimate,
  units: number,
  thetaOf: ResampledTheta,
  rounds: number,
  random: Random,
): Pick<Estimate, "sd" | "bounds"> {
  const m = base.models.length;
  const samples = Array.from({ length: m }, (): number[] => []);
  for (let round = 0; round < rounds; round++) {
    const theta = thetaOf(drawnTimes(units, random));
    samples.forEach((sample, i) => {
      const value = at(theta, i);
      if (!Number.isNaN(value)) sample.push(value);
    });
  }
  const sd = new Float64Array(m);
  const lower = base.theta.slice();
  const upper = base.theta.slice();
  samples.forEach((sample, i) => {
    if (sample.length < 2) return;
    const sorted = Float64Array.from(sample).sort();
    sd[i] = deviation(sorted);
    // The estimate itself never lies outside, however skewed the resamples are.
    lower[i] = Math.min(at(lower, i), quantile(sorted, 0.025));
    upper[i] = Math.max(at(upper, i), quantile(sorted, 0.975));
  });
  return { sd, bounds: { lower, upper } };
}

function drawnTimes(units: number, random: Random): Int32Array {
  const times = new Int32Array(units);
  for (let draw = 0; draw < units; draw++) {
    const unit = randomIndex(random, units);
    times[unit] = intAt(times, unit) + 1;
  }
  return times;
}

function deviation(values: Float64Array): number {
  const moments = new Float64Array(2);
  for (const value of values) {
    add(moments, 0, value / values.length);
    add(moments, 1, (value * value) / values.length);
  }
  return Math.sqrt(Math.max(0, at(moments, 1) - at(moments, 0) ** 2));
}

/** The m values minus the mean of those that are numbers. */
export function centredKnown(theta: Float64Array): Float64Array {
  let sum = 0;
  let known = 0;
  for (const value of theta) {
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
  }
  return theta.map((value) => value - sum / known);
}
