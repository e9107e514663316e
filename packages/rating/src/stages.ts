// One stage of a Plackett-Luce ranking: who is chosen, alone or tied, from those that are left.
// R. Plackett (1975); ties by Davidson-Luce (D. Firth, I. Kosmidis, H. Turner, 2019): a set C is chosen
// with weight delta_|C| (product of e^theta over C)^(1/|C|), delta_1 = 1. Tie sizes that no ballot shows
// have delta 0. It is an exponential family in (theta, log delta), hence concave.

import { add, at } from "./cells.ts";

/** Sizes >= 2 of the tied sets that are possible, ascending, and log delta of each. */
export interface TieLaw {
  readonly sizes: readonly number[];
  readonly logs: Float64Array;
}

export const NO_TIES: TieLaw = { sizes: [], logs: new Float64Array(0) };

/** e_0..e_t of x[from..]: e_k sums, over all k-subsets, the products of their cells. */
function elementary(x: Float64Array, from: number, t: number): Float64Array {
  const sums = new Float64Array(t + 1);
  sums[0] = 1;
  for (let i = from; i < x.length; i++) {
    for (let k = t; k > 0; k--) add(sums, k, at(sums, k - 1) * at(x, i));
  }
  return sums;
}

/**
 * Writes to `rest` the first `length` sums without a cell of value x. The subtraction is safe here: no
 * cell exceeds 1, and what it loses is small beside the normaliser, which is at least 1.
 */
function leaveOut(sums: Float64Array, x: number, length: number, rest: Float64Array): void {
  rest[0] = 1;
  for (let k = 1; k < length; k++) rest[k] = at(sums, k) - x * at(rest, k - 1);
}

function largest(theta: Float64Array, from: number): number {
  let top = at(theta, from);
  for (let i = from + 1; i < theta.length; i++) top = Math.max(top, at(theta, i));
  return top;
}

/** Shares of the places in sets of one size, weighted by their probability, added to both moments. */
function addMoments(
  x: Float64Array,
  from: number,
  size: number,
  sums: Float64Array,
  scale: number,
  mean: Float64Array,
  second: Float64Array,
): Float64Array {
  const own = new Float64Array(x.length);
  const width = mean.length;
  const withoutOne = new Float64Array(size);
  const withoutTwo = new Float64Array(size);
  for (let i = from; i < x.length; i++) {
    leaveOut(sums, at(x, i), size, withoutOne);
    const alone = (scale * at(x, i) * at(withoutOne, size - 1)) / size;
    own[i] = alone;
    add(mean, i, alone);
    add(second, i * width + i, alone / size);
    if (size === 1) continue;
    for (let j = from; j < i; j++) {
      leaveOut(withoutOne, at(x, j), size - 1, withoutTwo);
      const both = (scale * at(x, i) * at(x, j) * at(withoutTwo, size - 2)) / (size * size);
      add(second, i * width + j, both);
      add(second, j * width + i, both);
    }
  }
  return own;
}

/**
 * Mean and covariance of the sufficient statistics (share of each place in the chosen set; one
 * indicator per tie size) of a choice among places from..K-1 of `theta`. Adds -mean to `gradient` and
 * the covariance to `curvature`, both over K + T cells; returns log of the normaliser.
 */
export function chooseStage(
  theta: Float64Array,
  from: number,
  ties: TieLaw,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const width = gradient.length;
  const places = theta.length;
  const top = largest(theta, from);
  const sizes = [1, ...ties.sizes.filter((size) => size <= places - from)];
  const choices = sizes.map((size, t) => {
    const x = theta.map((value) => Math.exp((value - top) / size));
    const sums = elementary(x, from, size);
    const delta = t === 0 ? 1 : Math.exp(at(ties.logs, t - 1));
    return { size, x, sums, delta, weight: delta * at(sums, size) };
  });
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const mean = new Float64Array(width);
  const second = new Float64Array(width * width);
  choices.forEach(({ size, x, sums, delta, weight }, t) => {
    const own = addMoments(x, from, size, sums, delta / total, mean, second);
    if (t === 0) return;
    const tie = places + t - 1;
    mean[tie] = weight / total;
    second[tie * width + tie] = weight / total;
    for (let i = from; i < places; i++) {
      second[tie * width + i] = at(own, i);
      second[i * width + tie] = at(own, i);
    }
  });
  for (let i = 0; i < width; i++) {
    add(gradient, i, -at(mean, i));
    for (let j = 0; j < width; j++) {
      add(curvature, i * width + j, at(second, i * width + j) - at(mean, i) * at(mean, j));
    }
  }
  return top + Math.log(total);
}

/** Log-probability that each set of size `size` has in a choice among `left` equals, under a tie law. */
export function equalChoiceLog(left: number, size: number, ties: TieLaw): number {
  let total = left;
  let log = 0;
  ties.sizes.forEach((tied, t) => {
    if (tied > left) return;
    const delta = Math.exp(at(ties.logs, t));
    total += delta * choose(left, tied);
    if (tied === size) log = at(ties.logs, t);
  });
  const unseen = size > 1 && !ties.sizes.includes(size);
  return unseen ? -Math.log(choose(left, size)) : log - Math.log(total);
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result *= (n - k + i) / i;
  return result;
}
