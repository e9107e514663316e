import { add, at, intAt } from "./cells.ts";
import { mirror } from "./cholesky.ts";
import { maximise, type Objective } from "./newton.ts";
import { emptyOutcome, emptyTerms, fillOutcome, type OutcomeTerms, type PairModel } from "./pair-models.ts";
import type { PairTable } from "./pair-table.ts";

/** Spread in nats of the prior that steps in where the battles alone do not determine the ratings. */
export const RESCUE_SD = 2;

/** Adds `times` one outcome's second derivatives, or the squares of its scores, to the running sums. */
function accumulate(sums: OutcomeTerms, outcome: OutcomeTerms, times: number): void {
  if (times === 0) return;
  sums.log += times * outcome.log;
  sums.d += times * outcome.d;
  sums.eta += times * outcome.eta;
  sums.dd += times * outcome.dd;
  sums.dEta += times * outcome.dEta;
  sums.etaEta += times * outcome.etaEta;
}

/** Adds a pair's sums to the lower triangle of a matrix over (theta, eta); `eta` is its row or -1. */
function scatter(
  matrix: Float64Array,
  n: number,
  i: number,
  j: number,
  eta: number,
  sums: OutcomeTerms,
): void {
  add(matrix, i * n + i, sums.dd);
  add(matrix, j * n + j, sums.dd);
  add(matrix, j * n + i, -sums.dd);
  if (eta < 0) return;
  add(matrix, eta * n + i, sums.dEta);
  add(matrix, eta * n + j, -sums.dEta);
  add(matrix, eta * n + eta, sums.etaEta);
}

/** Calls `visit(i, j, sums)` for every met pair with what `weigh` makes of its three outcomes. */
function forEachMetPair(
  table: PairTable,
  model: PairModel,
  x: Float64Array,
  weigh: (outcome: OutcomeTerms) => OutcomeTerms,
  visit: (i: number, j: number, sums: OutcomeTerms) => void,
): void {
  const terms = emptyTerms();
  const sums = emptyOutcome();
  const eta = model.hasTie ? at(x, table.n) : 0;
  for (let pair = 0; pair < table.i.length; pair++) {
    const i = intAt(table.i, pair);
    const j = intAt(table.j, pair);
    model.terms(at(x, i) - at(x, j), eta, terms);
    fillOutcome(sums, 0, 0, 0, 0, 0, 0);
    accumulate(sums, weigh(terms.win), at(table.wins, pair));
    accumulate(sums, weigh(terms.loss), at(table.losses, pair));
    accumulate(sums, weigh(terms.tie), at(table.ties, pair));
    visit(i, j, sums);
  }
}

/**
 * Log-likelihood of Bradley-Terry, where a met pair needs only its points and its battles; adds to gradient
 * and curvature (lower triangle). The loop that every refit of a board spends its time in.
 */
function plainLikelihood(
  table: PairTable,
  x: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const { n } = table;
  let value = 0;
  for (let pair = 0; pair < table.i.length; pair++) {
    const i = intAt(table.i, pair);
    const j = intAt(table.j, pair);
    const points = at(table.wins, pair) + at(table.ties, pair) / 2;
    const battles = at(table.wins, pair) + at(table.losses, pair) + at(table.ties, pair);
    const d = at(x, i) - at(x, j);
    const small = Math.exp(-Math.abs(d));
    const top = 1 / (1 + small);
    const slope = points - battles * (d >= 0 ? top : small * top);
    const bend = battles * small * top * top;
    // log(1 + e^d) without overflow; 1 / (1 + small) is at hand.
    value += points * d - battles * (Math.max(d, 0) - Math.log(top));
    add(gradient, i, slope);
    add(gradient, j, -slope);
    add(curvature, i * n + i, bend);
    add(curvature, j * n + j, bend);
    add(curvature, j * n + i, -bend);
  }
  return value;
}

/** Where Newton's method starts from: log-odds of the points, which equal opponents would give. */
function startOf(table: PairTable, model: PairModel): Float64Array {
  const points = new Float64Array(table.n);
  const battles = new Float64Array(table.n);
  for (let pair = 0; pair < table.i.length; pair++) {
    const [i, j] = [intAt(table.i, pair), intAt(table.j, pair)];
    const tied = at(table.ties, pair);
    const all = at(table.wins, pair) + at(table.losses, pair) + tied;
    add(points, i, at(table.wins, pair) + tied / 2);
    add(points, j, at(table.losses, pair) + tied / 2);
    add(battles, i, all);
    add(battles, j, all);
  }
  const start = new Float64Array(table.n + (model.hasTie ? 1 : 0)).fill(model.start);
  for (let i = 0; i < table.n; i++) {
    start[i] = Math.log((at(points, i) + 1) / (at(battles, i) - at(points, i) + 1));
  }
  return start;
}

/** Precision of the prior on every theta and on eta; without one, theta's mean is pinned at 0. */
export interface PairPrior {
  readonly theta: number;
  readonly eta: number;
}

function addPrior(
  table: PairTable,
  prior: PairPrior,
  x: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const size = x.length;
  let value = 0;
  for (let k = 0; k < size; k++) {
    const precision = k < table.n ? prior.theta : prior.eta;
    value -= (precision / 2) * at(x, k) ** 2;
    add(gradient, k, -precision * at(x, k));
    add(curvature, k * size + k, precision);
  }
  return value;
}

/** Gives the first n parameters' common shift, which battles leave free, a curvature; mutates its lower triangle. */
export function pinMean(n: number, size: number, curvature: Float64Array): void {
  let trace = 0;
  for (let i = 0; i < n; i++) trace += at(curvature, i * size + i);
  const level = trace / (n * n) || 1;
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) add(curvature, i * size + j, level);
}

/** Log-posterior of (theta_0 .. theta_n-1, eta if the law has it); lower triangle of the curvature. */
function pairObjective(table: PairTable, model: PairModel, prior: PairPrior): Objective {
  const dimension = table.n + (model.hasTie ? 1 : 0);
  const eta = model.hasTie ? table.n : -1;
  return {
    dimension,
    evaluate: (x, gradient, curvature) => {
      let value = addPrior(table, prior, x, gradient, curvature);
      const put = (i: number, j: number, sums: OutcomeTerms): void => {
        value += sums.log;
        add(gradient, i, sums.d);
        add(gradient, j, -sums.d);
        if (eta >= 0) add(gradient, eta, sums.eta);
        scatter(curvature, dimension, i, j, eta, sums);
      };
      if (model.hasTie) forEachMetPair(table, model, x, asItIs, put);
      else value += plainLikelihood(table, x, gradient, curvature);
      // Only differences matter to the battles: curvature along (1, ..., 1) is free to be chosen.
      if (prior.theta === 0) pinMean(table.n, dimension, curvature);
      return value;
    },
  };
}

const asItIs = (outcome: OutcomeTerms): OutcomeTerms => outcome;

/** S = sum of g g' over every counted battle, full matrix: its cost does not depend on the number of votes. */
export function countedMeat(table: PairTable, model: PairModel, x: Float64Array): Float64Array {
  const dimension = x.length;
  const meat = new Float64Array(dimension * dimension);
  const squares = emptyOutcome();
  const squared = ({ d, eta }: OutcomeTerms): OutcomeTerms => {
    fillOutcome(squares, 0, 0, 0, d * d, d * eta, eta * eta);
    return squares;
  };
  const put = (i: number, j: number, sums: OutcomeTerms): void =>
    scatter(meat, dimension, i, j, model.hasTie ? table.n : -1, sums);
  forEachMetPair(table, model, x, squared, put);
  mirror(meat, dimension);
  return meat;
}

export interface PairFit {
  /** theta of the table's models, mean 0, then eta if the law has it. */
  readonly x: Float64Array;
  /** Negative Hessian of the log-posterior (lower triangle); with no prior, theta's mean is pinned. */
  readonly curvature: Float64Array;
  readonly converged: boolean;
}

/** Maximum of the log-posterior, with theta's mean moved to 0. */
export function fitPairs(
  table: PairTable,
  model: PairModel,
  prior: PairPrior,
  start?: Float64Array,
  tolerance?: number,
): PairFit {
  const objective = pairObjective(table, model, prior);
  const maximum = maximise(objective, start ?? startOf(table, model), tolerance);
  const x = maximum.x.slice();
  let mean = 0;
  for (let i = 0; i < table.n; i++) mean += at(x, i) / table.n;
  for (let i = 0; i < table.n; i++) add(x, i, -mean);
  return { x, curvature: maximum.curvature, converged: maximum.converged };
}
