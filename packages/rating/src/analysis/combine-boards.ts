import { itemAt } from "../cells.ts";
import { RatingError } from "../error.ts";
import {
  centredTheta,
  type Estimate,
  type RatedModel,
  type RateOptions,
  type Rating,
  ratingFrom,
} from "../rating.ts";
import type { Tally } from "../tally.ts";

/** Theta and spread that a model gets on a combined board; null leaves it unrated. */
interface Mark {
  readonly theta: number;
  readonly sd: number;
}

function tallyOf(board: Rating): Tally {
  const column = (pick: (model: RatedModel) => number): Float64Array => Float64Array.from(board.models, pick);
  return {
    games: column(({ games }) => games),
    wins: column(({ wins }) => wins),
    losses: column(({ losses }) => losses),
    ties: column(({ ties }) => ties),
  };
}

/** A board with the tally of `base` and the given marks; its intervals treat the models as independent. */
function boardOf(base: Rating, marks: readonly (Mark | null)[], options: Partial<RateOptions>): Rating {
  const models = [...marks.keys()].filter((model) => marks[model] !== null);
  const pick = (read: (mark: Mark) => number): Float64Array =>
    Float64Array.from(models, (model) => read(marks[model] ?? { theta: 0, sd: 0 }));
  const estimate: Estimate = {
    models,
    theta: centredTheta(pick(({ theta }) => theta)),
    sd: pick(({ sd }) => sd),
    covariance: null,
    converged: base.converged,
    warnings: base.warnings,
    interval: base.interval,
  };
  return ratingFrom(base.models.length, tallyOf(base), estimate, { ...options, method: base.method });
}

const markOf = (board: Rating, model: number, shift = 0): Mark | null => {
  const { theta = null, sd = null } = board.models[model] ?? {};
  return theta === null || sd === null ? null : { theta: theta + shift, sd };
};

/** What puts the models of a board on the scale of another one: a board of the weak alone is centred on the weak. */
function shiftTo(overall: Rating, board: Rating): number {
  const gaps = board.models.flatMap((_, model) => {
    const [own, all] = [markOf(board, model), markOf(overall, model)];
    return own === null || all === null ? [] : [all.theta - own.theta];
  });
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
}

function sameSize(boards: readonly Rating[]): void {
  const sizes = new Set(boards.map(({ models }) => models.length));
  if (sizes.size > 1) throw new RatingError("bad-size", "boards to combine must list the same models");
}

/**
 * Spread, squared, of what is particular to a category: the value at which the squared deviations from
 * the overall board, each over its variance, have the mean 1 (R. Paule & J. Mandel, 1982), by bisection.
 */
function particularVariance(
  deviations: readonly { readonly by: number; readonly variance: number }[],
): number {
  const excess = (tau2: number): number =>
    deviations.reduce((sum, { by, variance }) => sum + (by * by) / (variance + tau2) - 1, 0);
  if (deviations.length === 0 || excess(0) <= 0) return 0;
  let [low, high] = [0, 1];
  while (excess(high) > 0) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Boards per category shrunk to the overall board: empirical Bayes with one spread for all categories. A
 * model that a category never saw stays without a rating there. Boards need intervals. Throws `bad-size`.
 */
export function shrinkBoards(
  overall: Rating,
  boards: readonly Rating[],
  options: Partial<RateOptions> = {},
): Rating[] {
  sameSize([overall, ...boards]);
  const shifts = boards.map((board) => shiftTo(overall, board));
  const deviations = boards.flatMap((board, b) =>
    board.models.flatMap((_, model) => {
      const [own, all] = [markOf(board, model, shifts[b]), markOf(overall, model)];
      return own === null || all === null ? [] : [{ by: own.theta - all.theta, variance: own.sd ** 2 }];
    }),
  );
  const tau2 = particularVariance(deviations);
  return boards.map((board, b) => {
    const marks = board.models.map((_, model): Mark | null => {
      const [own, all] = [markOf(board, model, shifts[b]), markOf(overall, model)];
      if (all === null || own === null) return own;
      const trust = tau2 / (tau2 + own.sd ** 2);
      const spread = Math.sqrt(trust * own.sd ** 2 + (1 - trust) ** 2 * all.sd ** 2);
      return { theta: all.theta + trust * (own.theta - all.theta), sd: spread };
    });
    return boardOf(board, marks, options);
  });
}

/**
 * One board out of the boards of several criteria: the weighted mean of theta, for the models that all
 * criteria with a positive weight rate; intervals as if the criteria were judged independently. The tally
 * is that of the first board. Throws `bad-size`, `bad-weight` and `bad-option` for no board.
 */
export function weightedBoard(
  boards: readonly Rating[],
  weights: readonly number[],
  options: Partial<RateOptions> = {},
): Rating {
  sameSize(boards);
  const base = boards[0];
  if (base === undefined || weights.length !== boards.length) {
    throw new RatingError("bad-option", "every board needs a weight, and there must be one");
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!weights.every((weight) => Number.isFinite(weight) && weight >= 0) || total === 0) {
    throw new RatingError("bad-weight", "weights must be finite, not negative and not all 0");
  }
  const marks = base.models.map((_, model): Mark | null => {
    let [theta, variance] = [0, 0];
    for (const [c, board] of boards.entries()) {
      const share = itemAt(weights, c) / total;
      if (share === 0) continue;
      const mark = markOf(board, model);
      if (mark === null) return null;
      theta += share * mark.theta;
      variance += (share * mark.sd) ** 2;
    }
    return { theta, sd: Math.sqrt(variance) };
  });
  return boardOf(base, marks, options);
}
