// Plackett-Luce for fields too wide for dense matrices: the same likelihood, prior and empirical Bayes as
// plackett-luce.ts, with sparse Newton steps and variances instead of a covariance.

import { add, at, intAt, itemAt } from "./cells.ts";
import {
  ballotTerms,
  carelessLogs,
  DEFAULT_PRIOR_SD,
  gather,
  lawAt,
  nextPriorSd,
  type PlackettLuceOptions,
  placesOf,
  type RankingTable,
  SETTLED,
  TIE_PRIOR_SD,
} from "./plackett-luce.ts";
import { maximiseSparse, nearVariances, type SparseMaximum, type SparsePoint } from "./sparse-newton.ts";
import type { TieLaw } from "./stages.ts";

export interface WideFit {
  /** n thetas in nats. */
  readonly theta: Float64Array;
  /** Near variances of the n thetas, nats squared. */
  readonly variances: Float64Array;
  readonly priorSd: number;
  readonly ties: TieLaw;
}

const MAX_OUTER = 20;
/** Nats to which the fits between two estimates of the prior go, and the last one. */
const ROUGH = 1e-1;
const FINE = 1e-4;

/** Where every ranking's parameters lie, laid end to end. */
interface Layout {
  readonly places: Int32Array;
  readonly start: Int32Array;
  readonly cells: number;
}

function layoutOf(table: RankingTable): Layout {
  const places: number[] = [];
  const start = new Int32Array(table.rankings.length + 1);
  let cells = 0;
  table.rankings.forEach((ranking, r) => {
    const own = placesOf(table, ranking);
    places.push(...own);
    start[r + 1] = places.length;
    cells += own.length ** 2;
  });
  return { places: Int32Array.from(places), start, cells };
}

/** Log-posterior at x with its derivatives, the curvature as one block a ranking. */
function pointAt(
  table: RankingTable,
  layout: Layout,
  priorSd: number,
  careful: number,
  careless: readonly number[],
  x: Float64Array,
): SparsePoint {
  const { places, start } = layout;
  const ties = lawAt(table, x);
  const diagonal = x.map((_, k) => 1 / (k < table.n ? priorSd : TIE_PRIOR_SD) ** 2);
  const gradient = x.map((value, k) => -value * at(diagonal, k));
  const cells = new Float64Array(layout.cells);
  let value = 0;
  x.forEach((own, k) => {
    value -= (at(diagonal, k) / 2) * own * own;
  });
  let cell = 0;
  for (let r = 0; r < table.rankings.length; r++) {
    const ranking = itemAt(table.rankings, r);
    const count = itemAt(table.counts, r);
    const from = intAt(start, r);
    const width = intAt(start, r + 1) - from;
    const slope = new Float64Array(width);
    const bend = cells.subarray(cell, cell + width * width);
    value += count * ballotTerms(ranking, gather(x, ranking), ties, careless[r] ?? 0, careful, slope, bend);
    for (let i = 0; i < width; i++) add(gradient, intAt(places, from + i), count * at(slope, i));
    for (let i = 0; i < bend.length; i++) bend[i] = count * at(bend, i);
    cell += width * width;
  }
  return { value, gradient, curvature: { diagonal, places, start, cells } };
}

/**
 * Strengths and their near variances from unique rankings. `priorSd` may be Infinity where the rankings link
 * everybody both ways. From a neutral start: the result depends on the rankings alone.
 */
export function fitWide(table: RankingTable, options: PlackettLuceOptions): WideFit {
  const { careful } = options;
  const layout = layoutOf(table);
  const auto = options.priorSd === "auto";
  let priorSd = options.priorSd === "auto" ? DEFAULT_PRIOR_SD : options.priorSd;
  let x: Float64Array = new Float64Array(table.n + table.tieSizes.length);
  let careless = carelessLogs(table, x);
  const climb = (tolerance: number): SparseMaximum =>
    maximiseSparse((there) => pointAt(table, layout, priorSd, careful, careless, there), x, tolerance);
  for (let outer = 0; auto && outer < MAX_OUTER; outer++) {
    const rough = climb(ROUGH);
    const nextSd = nextPriorSd(rough.x, nearVariances(rough.curvature), table.n, priorSd);
    const moved = Math.abs(Math.log(nextSd / priorSd));
    [x, priorSd] = [rough.x, nextSd];
    careless = carelessLogs(table, x);
    if (moved < SETTLED) break;
  }
  const fit = climb(FINE);
  // Nobody is less certain than before the first ballot, however odd the mixture's curvature is.
  const variances = nearVariances(fit.curvature)
    .slice(0, table.n)
    .map((value) => (value > 0 ? Math.min(value, priorSd ** 2) : priorSd ** 2));
  return { theta: fit.x.slice(0, table.n), variances, priorSd, ties: lawAt(table, fit.x) };
}
