import { describe, expect, it } from "vitest";
import type { Ballot } from "./ballot.ts";
import { factorise, invert } from "./cholesky.ts";
import { randomOrders, randomTiers } from "./made-ballots.ts";
import { emptyCounts } from "./pair-counts.ts";
import { fitPlackettLuce } from "./plackett-luce.ts";
import { initialPosterior, varianceAt } from "./posterior.ts";
import { refitPosterior } from "./posterior-refit.ts";
import { randomNormal, seededRandom } from "./random.ts";
import { rateCounts } from "./rate.ts";
import { rankBallots } from "./rate-rankings.ts";
import { maximiseSparse, nearVariances } from "./sparse-newton.ts";
import { fitWide } from "./wide-fit.ts";

const MODELS = 40;

/** Orders of four of models N(0, 1.5^2); with ties, weak orders by lot instead. */
function madeRankings(models: number, votes: number, ties: boolean): Ballot[] {
  const random = seededRandom("wide");
  const theta = Array.from({ length: models }, () => 1.5 * randomNormal(random));
  return ties ? randomTiers(models, 4, votes, random) : randomOrders(theta, 4, votes, random);
}

const settings = [
  { what: "a fixed prior", priorSd: 1.5, careful: 1, ties: false },
  { what: "careless voters", priorSd: 1.5, careful: 0.9, ties: false },
  { what: "a prior by empirical Bayes", priorSd: "auto", careful: 0.9, ties: false },
  { what: "ties", priorSd: 1.5, careful: 1, ties: true },
] as const;

describe.each(settings)("a wide fit with $what", ({ priorSd, careful, ties }) => {
  const { table } = rankBallots(MODELS, madeRankings(MODELS, 600, ties));
  const wide = fitWide(table, { priorSd, careful });
  const dense = fitPlackettLuce(table, { priorSd, careful });

  it("finds the strengths, the prior and the tie law of the dense one", () => {
    wide.theta.forEach((theta, i) => {
      expect(Math.abs(theta - (dense.x[i] ?? Number.NaN))).toBeLessThan(0.02);
    });
    expect(Math.abs(wide.priorSd / dense.priorSd - 1)).toBeLessThan(0.02);
    wide.ties.logs.forEach((log, t) => {
      expect(Math.abs(log - (dense.ties.logs[t] ?? Number.NaN))).toBeLessThan(0.01);
    });
  });

  it("knows the variances of differences, which is what comparisons and matchmaking read", () => {
    const size = dense.x.length;
    const factor = dense.curvature.slice();
    expect(factorise(factor, size)).toBe(true);
    const inverse = invert(factor, size);
    const cell = (i: number, j: number): number => inverse[i * size + j] ?? Number.NaN;
    let [near, exact] = [0, 0];
    wide.variances.forEach((variance, i) => {
      const other = (i + 1) % MODELS;
      near += variance + (wide.variances[other] ?? Number.NaN);
      exact += cell(i, i) + cell(other, other) - 2 * cell(i, other);
    });
    expect(Math.abs(near / exact - 1)).toBeLessThan(0.05);
  });
});

describe("a refit above 200 models", () => {
  it("from counts has the strengths of the duel board, ties included", () => {
    const size = 210;
    const counts = emptyCounts(size);
    for (let i = 0; i < size; i++) {
      for (const step of [1, 7, 30]) {
        const j = (i + step) % size;
        counts.wins[i * size + j] = 2 + (i % 3);
        counts.wins[j * size + i] = 1 + (j % 4);
        counts.ties[i * size + j] = i % 2;
        counts.ties[j * size + i] = i % 2;
      }
    }
    const refitted = refitPosterior(initialPosterior(size, 1.5), counts);
    const board = rateCounts(counts, { method: "bradley-terry" });
    board.models.forEach(({ theta, sd }, model) => {
      expect(Math.abs((refitted.mean[model] ?? 9) - (theta ?? 0))).toBeLessThan(1e-3);
      expect(varianceAt(refitted, model)).toBeGreaterThan(0.5 * (sd ?? 0) ** 2);
    });
  });

  it("leaves who was never shown at the prior, and nobody less certain than it", () => {
    const posterior = initialPosterior(300, 1.5);
    const ballots = madeRankings(250, 100, false).map((ballot) => ({ ballot, count: 1 }));
    const refitted = refitPosterior(posterior, ballots);
    const variances = Array.from({ length: 300 }, (_, model) => varianceAt(refitted, model));
    expect(variances.slice(250)).toEqual(Array(50).fill(refitted.priorSd ** 2));
    expect(Math.max(...variances)).toBeLessThanOrEqual(refitted.priorSd ** 2);
    expect(Math.min(...variances)).toBeGreaterThan(0);
  });
});

it("sparse steps stop at a start that is not concave instead of running away", () => {
  const saddle = maximiseSparse(
    (x) => ({
      value: (x[0] ?? 0) ** 2,
      gradient: Float64Array.of(2 * (x[0] ?? 0)),
      curvature: {
        diagonal: Float64Array.of(-2),
        places: new Int32Array(0),
        start: Int32Array.of(0),
        cells: new Float64Array(0),
      },
    }),
    Float64Array.of(0),
    1e-6,
  );
  expect(saddle.x[0]).toBe(0);
});

it("near variances are the first two terms of the inverse's diagonal, over blocks that overlap", () => {
  const curvature = {
    diagonal: Float64Array.of(1, 1),
    places: Int32Array.of(0, 1, 1, 0),
    start: Int32Array.of(0, 2, 4),
    cells: Float64Array.of(0.5, -0.4, -0.4, 1, 1, -0.6, -0.6, 0.5),
  };
  // The whole is (2, -1; -1, 3): 1/2 (1 + 1/6) and 1/3 (1 + 1/6).
  const [first, second] = nearVariances(curvature);
  expect(first).toBeCloseTo(7 / 12, 12);
  expect(second).toBeCloseTo(7 / 18, 12);
});
