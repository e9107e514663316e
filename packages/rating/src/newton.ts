import { at, dot } from "./cells.ts";
import { factorise, solve } from "./cholesky.ts";

/** A function to be maximised. */
export interface Objective {
  readonly dimension: number;
  /**
   * Fills `gradient` and `curvature` (the negative Hessian, or any positive definite bound of it) at x
   * and returns the value; both arrive filled with zeros. A value that is not finite means "outside".
   */
  evaluate(x: Float64Array, gradient: Float64Array, curvature: Float64Array): number;
}

export interface Maximum {
  readonly x: Float64Array;
  readonly value: number;
  /** Curvature at x as the objective fills it, not factorised. */
  readonly curvature: Float64Array;
  readonly converged: boolean;
  readonly steps: number;
}

const MAX_STEPS = 200;
const MAX_HALVINGS = 40;
/** Length of a full step below which nothing is left to gain. */
const TIGHT = 1e-9;

interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

function evaluateAt(objective: Objective, x: Float64Array): Point {
  const gradient = new Float64Array(objective.dimension);
  const curvature = new Float64Array(objective.dimension ** 2);
  return { x, value: objective.evaluate(x, gradient, curvature), gradient, curvature };
}

/** The Newton direction; where the curvature is not positive definite its diagonal is raised until it is. */
function direction(point: Point, n: number): Float64Array | null {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(at(point.curvature, i * n + i)));
  for (let raise = 0; raise <= 1e6 * largest; raise = raise === 0 ? 1e-9 * largest : raise * 10) {
    const factor = point.curvature.slice();
    for (let i = 0; i < n; i++) factor[i * n + i] = at(factor, i * n + i) + raise;
    if (factorise(factor, n)) return solve(factor, n, point.gradient);
    if (largest === 0) return null;
  }
  return null;
}

function stepFrom(objective: Objective, from: Point, move: Float64Array): Point | null {
  // Rounding alone may lower the value by this much near the top.
  const floor = from.value - 1e-12 * (1 + Math.abs(from.value));
  for (let halving = 0, length = 1; halving < MAX_HALVINGS; halving++, length /= 2) {
    const next = evaluateAt(
      objective,
      from.x.map((value, i) => value + length * at(move, i)),
    );
    if (next.value >= floor && Number.isFinite(next.value)) return next;
  }
  return null;
}

/** Newton's method with step halving from `start`; stops after a step shorter than `tolerance`. */
export function maximise(objective: Objective, start: Float64Array, tolerance = TIGHT): Maximum {
  const n = objective.dimension;
  let point = evaluateAt(objective, start);
  let steps = 0;
  let converged = false;
  while (!converged && steps < MAX_STEPS) {
    const move = direction(point, n);
    const next = move === null ? null : stepFrom(objective, point, move);
    if (move === null || next === null) break;
    converged = dot(move, 0, move, 0, n) < tolerance ** 2;
    point = next;
    steps++;
  }
  return {
    x: point.x,
    value: point.value,
    curvature: point.curvature,
    converged: converged || n === 0,
    steps,
  };
}
