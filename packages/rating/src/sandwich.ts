import { add, at, itemAt } from "./cells.ts";
import { factorise, invert, sandwiched } from "./cholesky.ts";

// Sandwich covariance H^-1 S H^-1 (P. Huber 1967; H. White 1982): honest when the model is not quite
// right or when verdicts of one voter hang together. No small-sample factor.

/** Fewer independent clusters than this make the clustered estimate itself unreliable. */
export const MIN_CLUSTERS = 20;

/** Adds one item's score vector, cell by cell, through `put(index, amount)`. */
export type ScoreOf = (item: number, put: (index: number, amount: number) => void) => void;

/**
 * S = sum over clusters of g g', g = the sum of the cluster's scores; each cluster `times[c]` over
 * (default once). Only the parameters that a cluster touches cost anything.
 */
export function meatOf(
  dimension: number,
  clusters: readonly (readonly number[])[],
  scoreOf: ScoreOf,
  times?: readonly number[],
): Float64Array {
  const meat = new Float64Array(dimension * dimension);
  const score = new Float64Array(dimension);
  const isTouched = new Uint8Array(dimension);
  const touched: number[] = [];
  const put = (index: number, amount: number): void => {
    if (isTouched[index] === 0) touched.push(index);
    isTouched[index] = 1;
    add(score, index, amount);
  };
  for (const [cluster, items] of clusters.entries()) {
    for (const item of items) scoreOf(item, put);
    addOuter(meat, dimension, score, touched, times?.[cluster] ?? 1);
    for (const index of touched) {
      score[index] = 0;
      isTouched[index] = 0;
    }
    touched.length = 0;
  }
  return meat;
}

function addOuter(
  meat: Float64Array,
  dimension: number,
  score: Float64Array,
  touched: readonly number[],
  times: number,
): void {
  for (let a = 0; a < touched.length; a++) {
    const i = itemAt(touched, a);
    const left = times * at(score, i);
    for (let b = 0; b < touched.length; b++) {
      const j = itemAt(touched, b);
      add(meat, i * dimension + j, left * at(score, j));
    }
  }
}

/** Groups items by their cluster; an item without one stands alone. */
export function groupByCluster(clusterOf: readonly (number | undefined)[]): number[][] {
  const groups = new Map<number, number[]>();
  const result: number[][] = [];
  for (const [item, cluster] of clusterOf.entries()) {
    const group = cluster === undefined ? undefined : groups.get(cluster);
    if (group === undefined) {
      const fresh = [item];
      if (cluster !== undefined) groups.set(cluster, fresh);
      result.push(fresh);
    } else group.push(item);
  }
  return result;
}

/**
 * Covariance of theta minus its mean, n x n, from the curvature H of all parameters (lower triangle;
 * the first n are the thetas) and S. A prior's precision belongs to both: with a correct model S then
 * estimates H and the sandwich is the posterior covariance. Without S: H^-1. Null: H is singular.
 */
export function centredCovariance(
  n: number,
  dimension: number,
  curvature: Float64Array,
  meat?: Float64Array,
): Float64Array | null {
  const factor = curvature.slice();
  if (!factorise(factor, dimension)) return null;
  const inverse = invert(factor, dimension);
  const full = meat === undefined ? inverse : sandwiched(inverse, meat, dimension);
  return centred(full, n, dimension);
}

/** P V P with P = I - 11'/n, for the first n of `dimension` parameters. */
export function centred(full: Float64Array, n: number, dimension: number): Float64Array {
  const rowMean = new Float64Array(n);
  let mean = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) add(rowMean, i, at(full, i * dimension + j) / n);
    mean += at(rowMean, i) / n;
  }
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      result[i * n + j] = at(full, i * dimension + j) - at(rowMean, i) - at(rowMean, j) + mean;
    }
  }
  return result;
}
