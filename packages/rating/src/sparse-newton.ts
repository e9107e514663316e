// Newton's method for functions of many variables that are sums of small parts: steps by conjugate gradients
// (J. Nocedal, S. Wright, "Numerical optimization", 2006, section 7.1), so that no n x n matrix is made.

import { add, at, dot, intAt } from "./cells.ts";

/** A negative Hessian as a diagonal plus small symmetric blocks over few of the n parameters each. */
export interface SparseCurvature {
  readonly diagonal: Float64Array;
  /** Parameters of all blocks one after the other; block b has those of `start[b]..start[b + 1]`. */
  readonly places: Int32Array;
  readonly start: Int32Array;
  /** Cells of all blocks one after the other, each row-major. */
  readonly cells: Float64Array;
}

export interface SparsePoint {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly curvature: SparseCurvature;
}

export interface SparseMaximum extends SparsePoint {
  readonly x: Float64Array;
  readonly converged: boolean;
}

const MAX_STEPS = 100;
const MAX_HALVINGS = 30;
const MAX_ITERATIONS = 250;

/** Calls `visit(i, j, cell)` for every cell of every block. */
function forEachCell(curvature: SparseCurvature, visit: (i: number, j: number, cell: number) => void): void {
  const { places, start, cells } = curvature;
  let cell = 0;
  for (let block = 0; block + 1 < start.length; block++) {
    const from = intAt(start, block);
    const to = intAt(start, block + 1);
    for (let a = from; a < to; a++) {
      for (let b = from; b < to; b++) visit(intAt(places, a), intAt(places, b), at(cells, cell++));
    }
  }
}

/** H v, written out: nearly all the time of a wide fit is spent here. */
function multiply(curvature: SparseCurvature, v: Float64Array): Float64Array {
  const { places, start, cells } = curvature;
  const result = v.map((value, i) => value * at(curvature.diagonal, i));
  let cell = 0;
  for (let block = 0; block + 1 < start.length; block++) {
    const from = intAt(start, block);
    const to = intAt(start, block + 1);
    for (let a = from; a < to; a++) {
      let sum = 0;
      for (let b = from; b < to; b++) sum += at(cells, cell++) * at(v, intAt(places, b));
      add(result, intAt(places, a), sum);
    }
  }
  return result;
}

/** The diagonal of the whole matrix. */
function wholeDiagonal(curvature: SparseCurvature): Float64Array {
  const result = curvature.diagonal.slice();
  forEachCell(curvature, (i, j, cell) => {
    if (i === j) add(result, i, cell);
  });
  return result;
}

/** Solves H s = g as far as is worth it; stops where H turns out not to be positive. */
function conjugateGradients({ gradient, curvature }: SparsePoint): Float64Array {
  const n = gradient.length;
  const scale = wholeDiagonal(curvature).map((value) => (value > 0 ? 1 / value : 1));
  const length = (v: Float64Array): number => Math.sqrt(dot(v, 0, v, 0, n));
  const enough = Math.min(0.1, Math.sqrt(length(gradient))) * length(gradient);
  const solution = new Float64Array(n);
  const residual = gradient.slice();
  let search = residual.map((value, i) => value * at(scale, i));
  let power = dot(residual, 0, search, 0, n);
  for (let iteration = 0; iteration < MAX_ITERATIONS && length(residual) > enough; iteration++) {
    const image = multiply(curvature, search);
    const bend = dot(search, 0, image, 0, n);
    if (!(bend > 0)) return iteration === 0 ? search : solution;
    for (let i = 0; i < n; i++) {
      add(solution, i, (power / bend) * at(search, i));
      add(residual, i, (-power / bend) * at(image, i));
    }
    const scaled = residual.map((value, i) => value * at(scale, i));
    const next = dot(residual, 0, scaled, 0, n);
    search = scaled.map((value, i) => value + (next / power) * at(search, i));
    power = next;
  }
  return solution;
}

/** Maximises from `start`; stops after a step shorter than `tolerance`. */
export function maximiseSparse(
  evaluate: (x: Float64Array) => SparsePoint,
  start: Float64Array,
  tolerance: number,
): SparseMaximum {
  let x = start;
  let point = evaluate(x);
  let converged = false;
  for (let step = 0; step < MAX_STEPS && !converged; step++) {
    const move = conjugateGradients(point);
    const floor = point.value - 1e-12 * (1 + Math.abs(point.value));
    let length = 1;
    let [there, next] = [x, point];
    for (let halving = 0; halving < MAX_HALVINGS; halving++, length /= 2) {
      there = x.map((value, i) => value + length * at(move, i));
      next = evaluate(there);
      if (next.value >= floor) break;
    }
    if (!(next.value >= floor)) break;
    [x, point] = [there, next];
    converged = length * Math.sqrt(dot(move, 0, move, 0, move.length)) < tolerance;
  }
  return { ...point, x, converged };
}

/**
 * The diagonal of the inverse to second order around H's own diagonal D: (1 + sum of h_ij^2 / (d_i d_j)) / d_i.
 * Close where everybody has met several others; what is left out is the variance along long chains.
 */
export function nearVariances(curvature: SparseCurvature): Float64Array {
  const diagonal = wholeDiagonal(curvature);
  const n = diagonal.length;
  const pairs = new Map<number, number>();
  forEachCell(curvature, (i, j, cell) => {
    if (j < i) pairs.set(i * n + j, (pairs.get(i * n + j) ?? 0) + cell);
  });
  const result = diagonal.map((value) => 1 / value);
  for (const [pair, cell] of pairs) {
    const [i, j] = [Math.floor(pair / n), pair % n];
    const [d, e] = [at(diagonal, i), at(diagonal, j)];
    const share = (cell * cell) / (d * e);
    add(result, i, share / d);
    add(result, j, share / e);
  }
  return result;
}
