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
/**
 * Length of a full step after which nothing is left to gain: near the maximum the steps square from one to
 * the next, so the one that would follow is lost in rounding.
 */
const TIGHT = 1e-7;

/** A place with the buffers for what the objective says there. */
interface Point {
  readonly x: Float64Array;
  value: number;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

const emptyPoint = (n: number): Point => ({
  x: new Float64Array(n),
  value: 0,
  gradient: new Float64Array(n),
  curvature: new Float64Array(n * n),
});

/** Evaluates at `point.x`; mutates the rest of the point. */
function evaluate(objective: Objective, point: Point): void {
  point.gradient.fill(0);
  point.curvature.fill(0);
  point.value = objective.evaluate(point.x, point.gradient, point.curvature);
}

/**
 * The Newton direction; where the curvature is not positive definite its diagonal is raised until it is.
 * `factor` is room for the factorisation.
 */
function direction(point: Point, n: number, factor: Float64Array): Float64Array | null {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(at(point.curvature, i * n + i)));
  for (let raise = 0; raise <= 1e6 * largest; raise = raise === 0 ? 1e-9 * largest : raise * 10) {
    factor.set(point.curvature);
    for (let i = 0; i < n; i++) factor[i * n + i] = at(factor, i * n + i) + raise;
    if (factorise(factor, n)) return solve(factor, n, point.gradient);
    if (largest === 0) return null;
  }
  return null;
}

/** Moves `to` along `move` as far as the value does not fall; false when there is no such place. */
function step(objective: Objective, from: Point, move: Float64Array, to: Point): boolean {
  // Rounding alone may lower the value by this much near the top.
  const floor = from.value - 1e-12 * (1 + Math.abs(from.value));
  for (let halving = 0, length = 1; halving < MAX_HALVINGS; halving++, length /= 2) {
    for (let i = 0; i < move.length; i++) to.x[i] = at(from.x, i) + length * at(move, i);
    evaluate(objective, to);
    if (to.value >= floor && Number.isFinite(to.value)) return true;
  }
  return false;
}

/** Newton's method with step halving from `start`; stops after a step shorter than `tolerance`. */
export function maximise(objective: Objective, start: Float64Array, tolerance = TIGHT): Maximum {
  const n = objective.dimension;
  const factor = new Float64Array(n * n);
  let [point, spare] = [emptyPoint(n), emptyPoint(n)];
  point.x.set(start);
  evaluate(objective, point);
  let steps = 0;
  let converged = false;
  while (!converged && steps < MAX_STEPS) {
    const move = direction(point, n, factor);
    if (move === null || !step(objective, point, move, spare)) break;
    converged = dot(move, 0, move, 0, n) < tolerance ** 2;
    [point, spare] = [spare, point];
    steps++;
  }
  const { x, value, curvature } = point;
  return { x, value, curvature, converged: converged || n === 0, steps };
}
