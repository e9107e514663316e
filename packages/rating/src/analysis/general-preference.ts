import { add, at, intAt } from "../cells.ts";
import { maximise, type Objective } from "../newton.ts";
import { checkCounts, type PairCounts } from "../pair-counts.ts";
import { RESCUE_SD } from "../pair-fit.ts";
import { type PairTable, tableOf } from "../pair-table.ts";
import { randomNormal, seededRandom } from "../random.ts";
import { activeModels, tallyCounts } from "../tally.ts";

/** How much better a model with cycles explains the duels than strengths alone. */
export interface Cyclicity {
  /** Log-likelihood, nats, of strengths alone and with the cyclic plane. */
  readonly transitive: number;
  readonly general: number;
  /** What the plane adds to the parameters that can be told apart: it must gain more nats than that (H. Akaike, 1974). */
  readonly parameters: number;
  /** Share, 0..1, of the fitted preferences' variance that no strengths can express. */
  readonly share: number;
  readonly converged: boolean;
}

/** Spread of the prior on places in the cyclic plane, nats^(1/2): it must pay for its parameters. */
const PLANE_SD = 1;

/** Nats: turning the plane costs nothing, so its fit never comes wholly to rest. */
const ROUGH = 1e-3;

interface Places {
  readonly n: number;
  readonly plane: boolean;
}

/** Log-odds of i over j: theta_i - theta_j, and with a plane the area a_i b_j - a_j b_i. */
function logOdds(x: Float64Array, i: number, j: number, { n, plane }: Places): number {
  const strength = at(x, i) - at(x, j);
  return plane ? strength + at(x, n + i) * at(x, 2 * n + j) - at(x, n + j) * at(x, 2 * n + i) : strength;
}

/** Non-zero derivatives of the log-odds as [index, value]. */
function slopes(x: Float64Array, i: number, j: number, { n, plane }: Places): [number, number][] {
  const strength: [number, number][] = [
    [i, 1],
    [j, -1],
  ];
  if (!plane) return strength;
  return [
    ...strength,
    [n + i, at(x, 2 * n + j)],
    [2 * n + j, at(x, n + i)],
    [n + j, -at(x, 2 * n + i)],
    [2 * n + i, -at(x, n + j)],
  ];
}

const logSigmoid = (d: number): number => Math.min(d, 0) - Math.log1p(Math.exp(-Math.abs(d)));

function likelihood(table: PairTable, x: Float64Array, places: Places): number {
  let value = 0;
  for (let pair = 0; pair < table.i.length; pair++) {
    const d = logOdds(x, intAt(table.i, pair), intAt(table.j, pair), places);
    const half = at(table.ties, pair) / 2;
    value += (at(table.wins, pair) + half) * logSigmoid(d) + (at(table.losses, pair) + half) * logSigmoid(-d);
  }
  return value;
}

/**
 * Curvature by Gauss-Newton, which is the Hessian where there is no plane. With one it leaves out how the
 * plane bends: twice as much keeps full steps from swinging from one side of the top to the other.
 */
function objectiveOf(table: PairTable, places: Places): Objective {
  const dimension = places.plane ? 3 * places.n : places.n;
  const caution = places.plane ? 2 : 1;
  return {
    dimension,
    evaluate: (x, gradient, curvature) => {
      let value = likelihood(table, x, places);
      for (let pair = 0; pair < table.i.length; pair++) {
        const [i, j] = [intAt(table.i, pair), intAt(table.j, pair)];
        const p = 1 / (1 + Math.exp(-logOdds(x, i, j, places)));
        const won = at(table.wins, pair) + at(table.ties, pair) / 2;
        const met = at(table.wins, pair) + at(table.losses, pair) + at(table.ties, pair);
        const steps = slopes(x, i, j, places);
        for (const [a, slope] of steps) {
          add(gradient, a, (won - met * p) * slope);
          for (const [b, other] of steps)
            add(curvature, a * dimension + b, caution * met * p * (1 - p) * slope * other);
        }
      }
      for (let k = 0; k < dimension; k++) {
        const precision = 1 / (k < places.n ? RESCUE_SD : PLANE_SD) ** 2;
        value -= (precision / 2) * at(x, k) ** 2;
        add(gradient, k, -precision * at(x, k));
        add(curvature, k * dimension + k, caution * precision);
      }
      return value;
    },
  };
}

/** Variance share of the antisymmetric log-odds that is left after their best strengths (row means). */
function cyclicShare(x: Float64Array, places: Places): number {
  const { n } = places;
  const odds = Float64Array.from({ length: n * n }, (_, cell) =>
    logOdds(x, Math.floor(cell / n), cell % n, places),
  );
  const mean = Float64Array.from(
    { length: n },
    (_, i) => odds.subarray(i * n, i * n + n).reduce((s, v) => s + v, 0) / n,
  );
  let [left, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      total += at(odds, i * n + j) ** 2;
      left += (at(odds, i * n + j) - at(mean, i) + at(mean, j)) ** 2;
    }
  }
  return total === 0 ? 0 : left / total;
}

/**
 * Bradley-Terry against a general preference model (Y. Zhang et al., 2024): strengths and one plane in
 * which models can beat each other in a circle, as many as have battles, both with weak Gaussian priors.
 * The plane's start is seeded. Throws `bad-counts`.
 */
export function cyclicityOf(counts: PairCounts, seed: number | string = 0): Cyclicity {
  checkCounts(counts);
  const table = tableOf(counts, activeModels(tallyCounts(counts)));
  const flat: Places = { n: table.n, plane: false };
  const places: Places = { n: table.n, plane: true };
  const plain = maximise(objectiveOf(table, flat), new Float64Array(table.n));
  const random = seededRandom(`plane ${seed}`);
  const start = Float64Array.from({ length: 3 * table.n }, (_, k) =>
    k < table.n ? at(plain.x, k) : 0.3 * randomNormal(random),
  );
  const full = maximise(objectiveOf(table, places), start, ROUGH);
  return {
    transitive: likelihood(table, plain.x, flat),
    general: likelihood(table, full.x, places),
    // A plane in n dimensions with an area, or the pairs that strengths leave over where those are fewer.
    parameters: Math.max(0, Math.min(2 * table.n - 3, table.i.length - (table.n - 1))),
    share: cyclicShare(full.x, places),
    converged: plain.converged && full.converged,
  };
}
