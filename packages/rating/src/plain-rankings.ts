// Rankings without ties and without careless voters: what a million ballots usually are. Flat arrays, one
// exponential per model instead of one per place, and the sums of `plainTerms` in ranking.ts.

import { add, at, intAt, itemAt } from "./cells.ts";
import type { Ranking } from "./ranking.ts";

/** Ranking r holds `models[start[r]..start[r + 1]]`, best first, of which `stages[r]` were chosen in turn. */
export interface PlainRankings {
  readonly models: Int32Array;
  readonly start: Int32Array;
  readonly stages: Int32Array;
  readonly counts: Float64Array;
  /** Length of the longest ranking. */
  readonly longest: number;
}

/** A fit and its intervals read the same table, and to lay out a million rankings takes a second. */
const laidOut = new WeakMap<object, PlainRankings>();

/** The flat form of a table's rankings, made once for each table. */
export function plainOf(table: {
  readonly rankings: readonly Ranking[];
  readonly counts: readonly number[];
}): PlainRankings {
  const known = laidOut.get(table) ?? plainRankings(table.rankings, table.counts);
  laidOut.set(table, known);
  return known;
}

function plainRankings(rankings: readonly Ranking[], counts: readonly number[]): PlainRankings {
  const start = new Int32Array(rankings.length + 1);
  let longest = 0;
  for (let r = 0; r < rankings.length; r++) {
    const { length } = itemAt(rankings, r).models;
    start[r + 1] = intAt(start, r) + length;
    longest = Math.max(longest, length);
  }
  const models = new Int32Array(intAt(start, rankings.length));
  const stages = new Int32Array(rankings.length);
  for (let r = 0; r < rankings.length; r++) {
    const ranking = itemAt(rankings, r);
    models.set(ranking.models, intAt(start, r));
    stages[r] = ranking.groups.length;
  }
  return { models, start, stages, counts: Float64Array.from(counts), longest };
}

/** e^(theta - top) of all models, and the top. */
function weightsAt(x: Float64Array, n: number): { weights: Float64Array; top: number } {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) top = Math.max(top, at(x, i));
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) weights[i] = Math.exp(at(x, i) - top);
  return { weights, top };
}

/** For every place of a ranking the sum of the weights from it on; mutates `left`. */
function fillLeft(plain: PlainRankings, r: number, weights: Float64Array, left: Float64Array): void {
  const from = intAt(plain.start, r);
  let sum = 0;
  for (let place = intAt(plain.start, r + 1) - 1; place >= from; place--) {
    sum += at(weights, intAt(plain.models, place));
    left[place - from] = sum;
  }
}

/** Log-likelihood of n models at x; adds its gradient and the negative Hessian (n x n inside `size` columns). */
export function plainLikelihood(
  plain: PlainRankings,
  n: number,
  x: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const { models, start, stages, counts } = plain;
  const size = x.length;
  const { weights, top } = weightsAt(x, n);
  const left = new Float64Array(plain.longest);
  let value = 0;
  for (let r = 0; r < stages.length; r++) {
    fillLeft(plain, r, weights, left);
    const from = intAt(start, r);
    const to = intAt(start, r + 1);
    const said = from + intAt(stages, r);
    const count = at(counts, r);
    let [log, inverse, inverseSquare] = [0, 0, 0];
    for (let place = from; place < to; place++) {
      const model = intAt(models, place);
      if (place < said) {
        const one = 1 / at(left, place - from);
        inverse += one;
        inverseSquare += one * one;
        log += at(x, model) - top + Math.log(one);
        add(gradient, model, count);
      }
      const own = at(weights, model);
      add(gradient, model, -count * own * inverse);
      add(curvature, model * size + model, count * (own * inverse - own * own * inverseSquare));
      const pull = count * own * inverseSquare;
      for (let after = place + 1; after < to; after++) {
        const other = intAt(models, after);
        const both = pull * at(weights, other);
        add(curvature, model * size + other, -both);
        add(curvature, other * size + model, -both);
      }
    }
    value += count * log;
  }
  return value;
}

/** S = sum of g g' over all rankings, each `counts[r]` times; n x n inside x.length columns. */
export function plainMeat(plain: PlainRankings, n: number, x: Float64Array): Float64Array {
  const { models, start, stages, counts } = plain;
  const size = x.length;
  const { weights } = weightsAt(x, n);
  const meat = new Float64Array(size * size);
  const left = new Float64Array(plain.longest);
  const score = new Float64Array(plain.longest);
  for (let r = 0; r < stages.length; r++) {
    fillLeft(plain, r, weights, left);
    const from = intAt(start, r);
    const length = intAt(start, r + 1) - from;
    let inverse = 0;
    for (let i = 0; i < length; i++) {
      const isChosen = i < intAt(stages, r);
      if (isChosen) inverse += 1 / at(left, i);
      score[i] = (isChosen ? 1 : 0) - at(weights, intAt(models, from + i)) * inverse;
    }
    for (let i = 0; i < length; i++) {
      const row = intAt(models, from + i) * size;
      const pull = at(counts, r) * at(score, i);
      for (let j = 0; j < length; j++) add(meat, row + intAt(models, from + j), pull * at(score, j));
    }
  }
  return meat;
}
