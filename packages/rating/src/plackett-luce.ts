import { add, at, itemAt } from "./cells.ts";
import { factorise, inverseDiagonal } from "./cholesky.ts";
import { maximise, type Objective } from "./newton.ts";
import { plainLikelihood, plainOf } from "./plain-rankings.ts";
import { carelessLog, mixture, type Ranking, rankingTerms } from "./ranking.ts";
import type { TieLaw } from "./stages.ts";

/** Unique rankings over n models (own indices 0..n-1) and how often each was given. */
export interface RankingTable {
  readonly n: number;
  readonly rankings: readonly Ranking[];
  readonly counts: readonly number[];
  readonly tieSizes: readonly number[];
}

export interface PlackettLuceOptions {
  /** Spread of the prior N(0, sd^2) in nats; `auto` estimates it by empirical Bayes. */
  readonly priorSd: number | "auto";
  /** Share of careful voters, 0 < e <= 1. */
  readonly careful: number;
}

export interface PlackettLuceFit {
  /** n thetas in nats (mean 0), then log delta of every tie size. */
  readonly x: Float64Array;
  /** Negative Hessian of the log-posterior at x. */
  readonly curvature: Float64Array;
  readonly priorSd: number;
  readonly ties: TieLaw;
  /** Log-probability of each ranking under a careless voter; empty where there is none. */
  readonly careless: readonly number[];
  readonly converged: boolean;
}

export const DEFAULT_PRIOR_SD = 1.5;
/** Spread of the weak prior on log delta: it only matters when every stage or none is tied. */
export const TIE_PRIOR_SD = 3;
/** Empirical Bayes believes in the default spread as if it had seen half a model of it. */
const PSEUDO_MODELS = 0.5;
const SMALLEST_SD = 0.1;
const LARGEST_SD = 8;
const MAX_OUTER = 50;
/** Nats to which the fits between two estimates of the prior go, and the change that ends the search. */
const ROUGH = 1e-2;
export const SETTLED = 1e-3;

/**
 * Log-likelihood of one ballot; adds its derivatives by its own K thetas and the T tie parameters to
 * `gradient` and `curvature`, which arrive filled with zeros.
 */
export function ballotTerms(
  ranking: Ranking,
  theta: Float64Array,
  ties: TieLaw,
  careless: number,
  careful: number,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const log = rankingTerms(ranking, theta, ties, gradient, curvature);
  if (careful >= 1) return log;
  const mixed = mixture(log, careless, careful);
  const w = mixed.careful;
  const width = gradient.length;
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) {
      const spread = w * (1 - w) * at(gradient, i) * at(gradient, j);
      curvature[i * width + j] = w * at(curvature, i * width + j) - spread;
    }
  }
  for (let i = 0; i < width; i++) gradient[i] = w * at(gradient, i);
  return mixed.log;
}

export function gather(x: Float64Array, ranking: Ranking): Float64Array {
  const theta = new Float64Array(ranking.models.length);
  for (let i = 0; i < theta.length; i++) theta[i] = at(x, itemAt(ranking.models, i));
  return theta;
}

/** Index in x of each of a ranking's K + T local parameters. */
export const placesOf = (table: RankingTable, ranking: Ranking): number[] => [
  ...ranking.models,
  ...table.tieSizes.map((_, t) => table.n + t),
];

export function lawAt(table: RankingTable, x: Float64Array): TieLaw {
  return { sizes: table.tieSizes, logs: x.slice(table.n) };
}

/** Adds the prior's share at x; returns its value. */
function addPrior(
  n: number,
  priorSd: number,
  x: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  let value = 0;
  for (let k = 0; k < x.length; k++) {
    const precision = 1 / (k < n ? priorSd : TIE_PRIOR_SD) ** 2;
    value -= (precision / 2) * at(x, k) ** 2;
    add(gradient, k, -precision * at(x, k));
    add(curvature, k * x.length + k, precision);
  }
  return value;
}

function objectiveOf(
  table: RankingTable,
  priorSd: number,
  careful: number,
  careless: readonly number[],
): Objective {
  const dimension = table.n + table.tieSizes.length;
  const likelihood = isPlain(table, careful) ? likelihoodOfPlain(table) : generalOf(table, careful, careless);
  return {
    dimension,
    evaluate: (x, gradient, curvature) =>
      likelihood(x, gradient, curvature) + addPrior(table.n, priorSd, x, gradient, curvature),
  };
}

/** Whether every stage chooses a single model and every voter looks. */
export const isPlain = (table: RankingTable, careful: number): boolean =>
  careful >= 1 && table.tieSizes.length === 0;

type Likelihood = Objective["evaluate"];

function likelihoodOfPlain(table: RankingTable): Likelihood {
  const plain = plainOf(table);
  return (x, gradient, curvature) => plainLikelihood(plain, table.n, x, gradient, curvature);
}

function generalOf(table: RankingTable, careful: number, careless: readonly number[]): Likelihood {
  const dimension = table.n + table.tieSizes.length;
  const places = table.rankings.map((ranking) => placesOf(table, ranking));
  const locals = new LocalBuffers();
  return (x, gradient, curvature) => {
    const ties = lawAt(table, x);
    let value = 0;
    for (let r = 0; r < table.rankings.length; r++) {
      const ranking = itemAt(table.rankings, r);
      const own = itemAt(places, r);
      const { gradient: slope, curvature: bend } = locals.at(own.length);
      const theta = gather(x, ranking);
      const log = ballotTerms(ranking, theta, ties, careless[r] ?? 0, careful, slope, bend);
      const count = itemAt(table.counts, r);
      value += count * log;
      scatter({ gradient: slope, curvature: bend }, own, count, dimension, gradient, curvature);
    }
    return value;
  };
}

interface Local {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/** One pair of buffers per width, zeroed each time it is handed out. */
class LocalBuffers {
  readonly #byWidth = new Map<number, Local>();

  at(width: number): Local {
    const known = this.#byWidth.get(width);
    known?.gradient.fill(0);
    known?.curvature.fill(0);
    const local = known ?? { gradient: new Float64Array(width), curvature: new Float64Array(width * width) };
    if (known === undefined) this.#byWidth.set(width, local);
    return local;
  }
}

function scatter(
  local: Local,
  places: readonly number[],
  count: number,
  dimension: number,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const width = places.length;
  for (let i = 0; i < width; i++) {
    const row = itemAt(places, i) * dimension;
    add(gradient, itemAt(places, i), count * at(local.gradient, i));
    for (let j = 0; j < width; j++) {
      add(curvature, row + itemAt(places, j), count * at(local.curvature, i * width + j));
    }
  }
}

/** The new spread of the prior at a fit of n thetas; the old one where the curvature is not definite. */
function updatedSd(x: Float64Array, curvature: Float64Array, n: number, sd: number): number {
  const factor = curvature.slice();
  if (!factorise(factor, x.length)) return sd;
  return nextPriorSd(x, inverseDiagonal(factor, x.length), n, sd);
}

/**
 * D. MacKay's fixed point for the prior's spread (1992), with a few pseudo-models of the default one:
 * tau^2 = sum mu^2 / (n - trace(posterior covariance) / tau^2).
 */
export function nextPriorSd(x: Float64Array, variances: Float64Array, n: number, sd: number): number {
  let squares = PSEUDO_MODELS * DEFAULT_PRIOR_SD ** 2;
  let determined = PSEUDO_MODELS;
  for (let i = 0; i < n; i++) {
    squares += at(x, i) ** 2;
    determined += 1 - at(variances, i) / sd ** 2;
  }
  return Math.min(LARGEST_SD, Math.max(SMALLEST_SD, Math.sqrt(squares / determined)));
}

/**
 * Maximum a posteriori Plackett-Luce strengths of partial rankings with ties, of any length, by
 * Newton's method; optionally with an estimated prior and a share of voters who answer at random.
 * The mixture is not concave: the start (all equal, or a former fit) belongs to the result.
 */
export function fitPlackettLuce(
  table: RankingTable,
  options: PlackettLuceOptions,
  start?: Float64Array,
  tolerance?: number,
): PlackettLuceFit {
  const auto = options.priorSd === "auto";
  const { careful } = options;
  // What a careless voter does depends on the tie law, and the law on the fit: they are found in turn.
  const inTurn = auto || (careful < 1 && table.tieSizes.length > 0);
  let priorSd = options.priorSd === "auto" ? DEFAULT_PRIOR_SD : options.priorSd;
  let x = start ?? new Float64Array(table.n + table.tieSizes.length);
  let careless = careful < 1 ? carelessLogs(table, x) : [];
  for (let outer = 0; inTurn && outer < MAX_OUTER; outer++) {
    const rough = maximise(objectiveOf(table, priorSd, careful, careless), x, ROUGH);
    const nextSd = auto ? updatedSd(rough.x, rough.curvature, table.n, priorSd) : priorSd;
    const moved = Math.abs(Math.log(nextSd / priorSd)) + distance(x.slice(table.n), rough.x.slice(table.n));
    x = rough.x;
    priorSd = nextSd;
    if (careful < 1) careless = carelessLogs(table, x);
    if (moved < SETTLED) break;
  }
  const fit = maximise(objectiveOf(table, priorSd, careful, careless), x, tolerance);
  const { curvature, converged } = fit;
  return { x: fit.x, curvature, priorSd, ties: lawAt(table, fit.x), careless, converged };
}

export const carelessLogs = (table: RankingTable, x: Float64Array): number[] =>
  table.rankings.map((ranking) => carelessLog(ranking, lawAt(table, x)));

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(at(a, i) - at(b, i));
  return sum;
}

/** Score vector of one ranking at a fit, put cell by cell. */
export function putRankingScore(
  table: RankingTable,
  fit: PlackettLuceFit,
  careful: number,
  item: number,
  put: (index: number, amount: number) => void,
  times = 1,
): void {
  const ranking = itemAt(table.rankings, item);
  const places = placesOf(table, ranking);
  const gradient = new Float64Array(places.length);
  const curvature = new Float64Array(places.length ** 2);
  ballotTerms(
    ranking,
    gather(fit.x, ranking),
    fit.ties,
    fit.careless[item] ?? 0,
    careful,
    gradient,
    curvature,
  );
  places.forEach((place, i) => {
    put(place, times * at(gradient, i));
  });
}

/** Spread of the prior on x[k] of a fit. */
export const priorSdAt = (table: RankingTable, fit: PlackettLuceFit, k: number): number =>
  k < table.n ? fit.priorSd : TIE_PRIOR_SD;

/** Log-probability of every unique ranking of a table under a fit. */
export function rankingLogs(table: RankingTable, fit: PlackettLuceFit, careful: number): Float64Array {
  return Float64Array.from(table.rankings, (ranking, r) => {
    const width = ranking.models.length + table.tieSizes.length;
    const [gradient, curvature] = [new Float64Array(width), new Float64Array(width * width)];
    const theta = gather(fit.x, ranking);
    return ballotTerms(ranking, theta, fit.ties, fit.careless[r] ?? 0, careful, gradient, curvature);
  });
}
