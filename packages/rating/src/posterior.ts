import { type Ballot, checkSize } from "./ballot.ts";
import { itemAt } from "./cells.ts";
import { RatingError } from "./error.ts";

/** Above this many models only variances are kept, and an update works on the K x K block. */
const FULL_COVARIANCE_MODELS = 200;

/** What the live arena believes of its models; plain JSON, and replaying the same ballots gives the same bytes. */
export interface Posterior {
  readonly size: number;
  /** Nats. */
  readonly mean: readonly number[];
  /** Row-major n * n up to 200 models, above that n variances; nats squared. */
  readonly cov: readonly number[];
  /** Spread of a model that is not known yet, nats. */
  readonly priorSd: number;
  /** Whether a refit from rankings estimates `priorSd` anew. */
  readonly empirical: boolean;
  /** Share of careful voters in ballots of three or more models; duels are read as the board reads them. */
  readonly careful: number;
  /** Tie law of Plackett-Luce as of the last refit: sizes and log delta; empty: equals share their stage. */
  readonly tieSizes: readonly number[];
  readonly tieLogs: readonly number[];
}

export interface PosteriorOptions {
  /** Default .9. */
  readonly careful?: number;
  /** Default true. */
  readonly empirical?: boolean;
}

export const hasFullCovariance = (size: number): boolean => size <= FULL_COVARIANCE_MODELS;

/** Variance of one model. */
export const varianceAt = (posterior: Posterior, model: number): number =>
  itemAt(posterior.cov, hasFullCovariance(posterior.size) ? model * posterior.size + model : model);

/** Covariance of two models; 0 above the limit. */
export function covarianceAt(posterior: Posterior, a: number, b: number): number {
  if (a === b) return varianceAt(posterior, a);
  return hasFullCovariance(posterior.size) ? itemAt(posterior.cov, a * posterior.size + b) : 0;
}

/** Independent N(0, priorSd^2) models. Throws `bad-size` and `bad-option`. */
export function initialPosterior(size: number, priorSd: number, options: PosteriorOptions = {}): Posterior {
  const { careful = 0.9, empirical = true } = options;
  checkSize(size);
  if (!(priorSd > 0 && priorSd <= 100)) throw new RatingError("bad-option", "priorSd must be in (0, 100]");
  if (!(careful > 0 && careful <= 1)) throw new RatingError("bad-option", "careful must be in (0, 1]");
  const mean = Array<number>(size).fill(0);
  const cov = covarianceCells(size, (i, j) => (i === j ? priorSd ** 2 : 0));
  return { size, mean, cov, priorSd, empirical, careful, tieSizes: [], tieLogs: [] };
}

/** The cells of `cov` for this size out of a function of two models. */
export function covarianceCells(size: number, value: (i: number, j: number) => number): number[] {
  const cells: number[] = [];
  for (let i = 0; i < size; i++) {
    if (!hasFullCovariance(size)) cells.push(value(i, i));
    else for (let j = 0; j < size; j++) cells.push(value(i, j));
  }
  return cells;
}

/** The same beliefs with new models, as uncertain as the prior, at the end. Throws `bad-size` for fewer. */
export function growPosterior(posterior: Posterior, size: number): Posterior {
  checkSize(size);
  if (size < posterior.size) throw new RatingError("bad-size", "a posterior does not shrink");
  if (size === posterior.size) return posterior;
  const fresh = posterior.priorSd ** 2;
  const known = posterior.size;
  const cov = covarianceCells(size, (i, j) => {
    if (i < known && j < known) return covarianceAt(posterior, i, j);
    return i === j ? fresh : 0;
  });
  const mean = [...posterior.mean, ...Array<number>(size - known).fill(0)];
  return { ...posterior, size, mean, cov };
}

/** The careful share that applies to a ballot. */
export const carefulFor = (posterior: Posterior, ballot: Ballot): number =>
  ballot.models.length > 2 ? posterior.careful : 1;

/** Refits are due by count, never by time: after 20 ballots, then after every max(10, 10 %) more. */
export function refitDue(ballotsAtLastRefit: number, ballotsNow: number): boolean {
  if (ballotsAtLastRefit === 0) return ballotsNow >= 20;
  return ballotsNow - ballotsAtLastRefit >= Math.max(10, Math.ceil(ballotsAtLastRefit / 10));
}
