import { type Ballot, checkBallot, weightOf } from "./ballot.ts";
import { add, at, dot, itemAt } from "./cells.ts";
import { factorise } from "./cholesky.ts";
import { ballotTerms } from "./plackett-luce.ts";
import { carefulFor, covarianceAt, hasFullCovariance, type Posterior } from "./posterior.ts";
import { carelessLog, type Ranking, rankingOf } from "./ranking.ts";
import type { TieLaw } from "./stages.ts";

const MAX_STEPS = 60;

/** The K shown models' part of a posterior, and the ballot about them. */
interface Block {
  readonly k: number;
  readonly mean: Float64Array;
  readonly cov: Float64Array;
  readonly terms: (theta: Float64Array) => { log: number; gradient: Float64Array; curvature: Float64Array };
}

function blockOf(posterior: Posterior, ballot: Ballot, ranking: Ranking): Block {
  const { models } = ranking;
  const k = models.length;
  const ties: TieLaw = { sizes: posterior.tieSizes, logs: Float64Array.from(posterior.tieLogs) };
  const careless = carelessLog(ranking, ties);
  const careful = carefulFor(posterior, ballot);
  const weight = weightOf(ballot);
  const cov = new Float64Array(k * k);
  models.forEach((a, i) => {
    models.forEach((b, j) => {
      cov[i * k + j] = covarianceAt(posterior, a, b);
    });
  });
  const terms: Block["terms"] = (theta) => {
    const width = k + ties.sizes.length;
    const slope = new Float64Array(width);
    const bend = new Float64Array(width * width);
    const log = ballotTerms(ranking, theta, ties, careless, careful, slope, bend);
    // The tie law stays as it is between refits: its cells are left out.
    const curvature = Float64Array.from(
      { length: k * k },
      (_, cell) => weight * at(bend, Math.floor(cell / k) * width + (cell % k)),
    );
    return { log: weight * log, gradient: slope.slice(0, k).map((value) => weight * value), curvature };
  };
  return { k, mean: Float64Array.from(models, (model) => itemAt(posterior.mean, model)), cov, terms };
}

/** Solves A X = B for n x n matrices by elimination with pivoting; null when A is singular. */
function solveDense(a: Float64Array, b: Float64Array, n: number, columns: number): Float64Array | null {
  const left = a.slice();
  const right = b.slice();
  for (let pivot = 0; pivot < n; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < n; row++) {
      if (Math.abs(at(left, row * n + pivot)) > Math.abs(at(left, best * n + pivot))) best = row;
    }
    if (Math.abs(at(left, best * n + pivot)) < 1e-12) return null;
    swapRows(left, n, pivot, best);
    swapRows(right, columns, pivot, best);
    for (let row = 0; row < n; row++) {
      if (row === pivot) continue;
      const factor = at(left, row * n + pivot) / at(left, pivot * n + pivot);
      for (let c = 0; c < n; c++) add(left, row * n + c, -factor * at(left, pivot * n + c));
      for (let c = 0; c < columns; c++)
        add(right, row * columns + c, -factor * at(right, pivot * columns + c));
    }
  }
  return right.map((value, cell) => value / at(left, Math.floor(cell / columns) * (n + 1)));
}

function swapRows(cells: Float64Array, width: number, a: number, b: number): void {
  if (a === b) return;
  const held = cells.slice(a * width, (a + 1) * width);
  cells.copyWithin(a * width, b * width, (b + 1) * width);
  cells.set(held, b * width);
}

/** theta = mean + C u. */
function moved(block: Block, u: Float64Array): Float64Array {
  const { k } = block;
  return block.mean.map((value, i) => value + dot(block.cov, i * k, u, 0, k));
}

/** I + H C. */
function bridge(curvature: Float64Array, cov: Float64Array, k: number): Float64Array {
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) result[i * k + j] = (i === j ? 1 : 0) + dot(curvature, i * k, cov, j * k, k);
  }
  return result;
}

interface Top {
  readonly u: Float64Array;
  readonly curvature: Float64Array;
}

/**
 * Maximises log-likelihood(mean + C u) - u' C u / 2 over u by Newton's method with step halving. In u
 * nothing has to be inverted, so a singular C (a fit without a prior) is welcome.
 */
function climb(block: Block): Top {
  const { k, cov } = block;
  const penalty = (u: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += at(u, i) * dot(cov, i * k, u, 0, k);
    return sum / 2;
  };
  let u = new Float64Array(k);
  let terms = block.terms(moved(block, u));
  for (let step = 0; step < MAX_STEPS; step++) {
    const slope = terms.gradient.map((value, i) => value - at(u, i));
    const move = solveDense(bridge(terms.curvature, cov, k), slope, k, 1) ?? slope;
    const value = terms.log - penalty(u);
    let length = 1;
    let next = u;
    do {
      next = u.map((from, i) => from + length * at(move, i));
      terms = block.terms(moved(block, next));
      length /= 2;
    } while (terms.log - penalty(next) < value - 1e-12 && length > 1e-9);
    u = next;
    if (2 * length * Math.sqrt(dot(move, 0, move, 0, k)) < 1e-10) break;
  }
  return { u, curvature: terms.curvature };
}

/** W = (I + H C)^-1 H, so that the posterior covariance is C - C W C; null when that is no covariance. */
function gainOf(block: Block, curvature: Float64Array): Float64Array | null {
  const { k, cov } = block;
  const gain = solveDense(bridge(curvature, cov, k), curvature, k, k);
  if (gain === null) return null;
  const rest = Float64Array.from({ length: k * k }, (_, cell) => {
    const [i, j] = [Math.floor(cell / k), cell % k];
    let sum = at(cov, cell);
    for (let a = 0; a < k; a++) sum -= at(cov, i * k + a) * dot(gain, a * k, cov, j * k, k);
    return sum;
  });
  // A covariance with nothing along (1, ..., 1) is allowed, one with a negative direction is not.
  for (let i = 0; i < k; i++) rest[i * k + i] = at(rest, i * k + i) + 1e-9 * (1 + at(cov, i * k + i));
  return factorise(rest, k) ? gain : null;
}

/**
 * The exact one-ballot update: the mode of prior times likelihood and the curvature there, carried to
 * every model through the covariance (above 200 models: to the shown ones). The ballot's model is
 * Bradley-Terry with half points for ties in duels, Plackett-Luce with a careless share beyond. A ballot
 * of one model or of weight 0 changes nothing. Throws `bad-ballot` and `bad-weight`.
 */
export function updatePosterior(posterior: Posterior, ballot: Ballot): Posterior {
  checkBallot(posterior.size, ballot);
  if (ballot.models.length < 2 || weightOf(ballot) === 0) return posterior;
  const ranking = rankingOf(ballot);
  const block = blockOf(posterior, ballot, ranking);
  const { u, curvature } = climb(block);
  // So odd a ballot that its likelihood is not bell-shaped at the top moves the mean alone.
  const gain = gainOf(block, curvature) ?? new Float64Array(block.k ** 2);
  return hasFullCovariance(posterior.size)
    ? carriedToAll(posterior, ranking.models, u, gain)
    : keptToShown(posterior, ranking.models, block, u, gain);
}

function carriedToAll(
  posterior: Posterior,
  shown: readonly number[],
  u: Float64Array,
  gain: Float64Array,
): Posterior {
  const { size } = posterior;
  const k = shown.length;
  const column = new Float64Array(size * k);
  for (let i = 0; i < size; i++) {
    for (let a = 0; a < k; a++) column[i * k + a] = itemAt(posterior.cov, i * size + itemAt(shown, a));
  }
  const weighted = new Float64Array(size * k);
  for (let i = 0; i < size; i++) {
    for (let a = 0; a < k; a++) weighted[i * k + a] = dot(column, i * k, gain, a * k, k);
  }
  const mean = posterior.mean.map((value, i) => value + dot(column, i * k, u, 0, k));
  const cov = posterior.cov.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const cell = itemAt(cov, i * size + j) - dot(weighted, i * k, column, j * k, k);
      cov[i * size + j] = cell;
      cov[j * size + i] = cell;
    }
  }
  return { ...posterior, mean, cov };
}

function keptToShown(
  posterior: Posterior,
  shown: readonly number[],
  block: Block,
  u: Float64Array,
  gain: Float64Array,
): Posterior {
  const { k, cov } = block;
  const mean = posterior.mean.slice();
  const variances = posterior.cov.slice();
  const theta = moved(block, u);
  shown.forEach((model, i) => {
    const own = at(cov, i * k + i);
    mean[model] = at(theta, i);
    variances[model] = own - own * at(gain, i * k + i) * own;
  });
  return { ...posterior, mean, cov: variances };
}
