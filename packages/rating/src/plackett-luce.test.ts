import { describe, expect, it } from "vitest";
import type { Ballot } from "./ballot.ts";
import { order, randomOrders, randomTiers, tiers } from "./made-ballots.ts";
import { fitPlackettLuce } from "./plackett-luce.ts";
import { seededRandom } from "./random.ts";
import { rankingOf, rankingTerms } from "./ranking.ts";
import { rate, rateRankings } from "./rate.ts";
import { rankBallots } from "./rate-rankings.ts";
import type { Rating } from "./rating.ts";

const thetas = (rating: Rating): number[] => rating.models.map(({ theta }) => theta ?? Number.NaN);
const near = (values: readonly number[], digits: number) =>
  values.map((value) => expect.closeTo(value, digits));
const THETA = [1.5, 0.8, 0.3, 0, -0.4, -0.9, -1.3];

const SEVEN = [
  [0, 1, 2, 3],
  [1, 0, 4, 5],
  [2, 4, 0, 5],
  [0, 3, 5, 1],
  [1, 2, 4, 3],
  [0, 2, 3, 4],
  [5, 1, 0, 2],
].map((models) => order(...models));

describe("Plackett-Luce", () => {
  it("has the mode of one ballot under N(0, 1.5^2), found by an independent optimiser", () => {
    const rating = rate(4, [order(0, 1, 2, 3)], { method: "plackett-luce" });
    expect(thetas(rating)).toEqual(near([1.0509, 0.36088, -0.29442, -1.11736], 5));
  });

  it("has the mode of seven ballots over six models, found by an independent optimiser", () => {
    const rating = rate(6, SEVEN, { method: "plackett-luce" });
    expect(thetas(rating)).toEqual(near([0.78413, 0.51036, 0.18743, -0.69538, -0.39682, -0.38972], 5));
  });

  it("does not depend on the order of the ballots, to the last bit", () => {
    const ballots = randomTiers(6, 4, 60, seededRandom("any order"));
    const forwards = rate(6, ballots, { method: "plackett-luce", careful: 0.9, priorSd: "auto" });
    expect(rate(6, ballots.toReversed(), { method: "plackett-luce", careful: 0.9, priorSd: "auto" })).toEqual(
      forwards,
    );
  });

  it("reads unique rankings with counts like the ballots one by one", () => {
    const counted = SEVEN.map((ballot, i) => ({ ballot, count: i + 1 }));
    const single = counted.flatMap(({ ballot, count }) => Array(count).fill(ballot) as Ballot[]);
    expect(rateRankings(6, counted, { method: "plackett-luce" })).toEqual(
      rate(6, single, { method: "plackett-luce" }),
    );
  });

  it("in duels without a prior to speak of is Bradley-Terry", () => {
    const duels = randomOrders(THETA, 2, 400, seededRandom("duels"));
    const plain = thetas(rate(7, duels, { method: "bradley-terry" }));
    expect(thetas(rate(7, duels, { method: "plackett-luce", priorSd: 100 }))).toEqual(near(plain, 3));
  });

  it("with ties in duels is Davidson's law", () => {
    const duels = randomTiers(5, 2, 300, seededRandom("tied duels"));
    const plain = thetas(rate(5, duels, { method: "davidson" }));
    expect(thetas(rate(5, duels, { method: "plackett-luce", priorSd: 100 }))).toEqual(near(plain, 3));
  });

  it("in Best mode is the multinomial choice model: shares of first places in closed form", () => {
    const best = (winner: number): Ballot => ({
      models: [0, 1, 2],
      ranks: [0, 1, 2].map((model) => (model === winner ? 1 : 2)),
      firstOnly: true,
    });
    const ballots = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2].map(best);
    const logs = [5, 3, 2].map(Math.log);
    const mean = logs.reduce((a, b) => a + b) / 3;
    const rating = rate(3, ballots, { method: "plackett-luce", priorSd: 100 });
    expect(thetas(rating)).toEqual(
      near(
        logs.map((log) => log - mean),
        3,
      ),
    );
  });

  it("finds what plain gradient ascent creeps up to, with ties of several sizes", () => {
    const ballots = randomTiers(5, 4, 40, seededRandom("ascent"));
    const { table } = rankBallots(5, ballots);
    const fit = fitPlackettLuce(table, { priorSd: 1.5, careful: 1 });
    const n = table.n + table.tieSizes.length;
    const x = new Float64Array(n);
    for (let step = 0; step < 2_000; step++) {
      const slope = x.map((value, i) => -value / (i < table.n ? 1.5 : 3) ** 2);
      for (const ballot of ballots) addSlope(ballot, x, table.n, table.tieSizes, slope);
      slope.forEach((value, i) => {
        x[i] = (x[i] ?? 0) + 0.05 * value;
      });
    }
    expect([...fit.x]).toEqual(near([...x], 6));
  });

  it("estimates the spread of the models when asked to", () => {
    for (const spread of [0.3, 2]) {
      const random = seededRandom(`spread ${spread}`);
      const theta = Array.from({ length: 40 }, (_, i) => spread * Math.sqrt(3) * ((2 * i) / 39 - 1));
      const ballots = randomOrders(theta, 4, 1500, random);
      const rating = rate(40, ballots, { method: "plackett-luce", priorSd: "auto" });
      expect(rating.priorSd).toBeGreaterThan(0.75 * spread);
      expect(rating.priorSd).toBeLessThan(1.3 * spread);
    }
  });

  it("with a careless share is moved less by one absurd ballot", () => {
    const ballots = [...randomOrders([3, 1, -1, -3], 4, 60, seededRandom("sane")), order(3, 2, 1, 0)];
    const without = thetas(rate(4, ballots.slice(0, -1), { method: "plackett-luce" }));
    const trusting = thetas(rate(4, ballots, { method: "plackett-luce" }));
    const wary = thetas(rate(4, ballots, { method: "plackett-luce", careful: 0.9 }));
    const lost = (values: number[]): number => (without[0] ?? 0) - (values[0] ?? 0);
    expect(lost(trusting)).toBeGreaterThan(0.05);
    expect(lost(wary)).toBeLessThan(lost(trusting) / 3);
  });

  it("covers the truth in about 95 of 100 samples when the truth follows its prior", () => {
    let covered = 0;
    for (let sample = 0; sample < 60; sample++) {
      const random = seededRandom(`pl cover ${sample}`);
      const theta = THETA.map(
        () => 1.5 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
      );
      const mean = theta.reduce((a, b) => a + b) / theta.length;
      const rating = rate(7, randomOrders(theta, 4, 150, random), { method: "plackett-luce" });
      rating.models.forEach((model, i) => {
        if (Math.abs((model.theta ?? 0) - (theta[i] ?? 0) + mean) < 1.96 * (model.sd ?? 0)) covered++;
      });
    }
    expect(covered / (60 * 7)).toBeGreaterThan(0.9);
    expect(covered / (60 * 7)).toBeLessThan(0.99);
  });

  it("has wider clustered intervals when voters repeat themselves, and a bootstrap that agrees", () => {
    const ballots = randomOrders(THETA, 3, 150, seededRandom("clusters"));
    const repeated = ballots.flatMap((ballot, cluster) => [1, 2, 3].map(() => ({ ...ballot, cluster })));
    const sd = (list: readonly Ballot[], interval: "sandwich" | "bootstrap"): number =>
      rate(7, list, { method: "plackett-luce", interval, rounds: 60 }).models[0]?.sd ?? 0;
    const blind = sd(
      repeated.map(({ models, ranks }) => ({ models, ranks })),
      "sandwich",
    );
    expect(sd(repeated, "sandwich")).toBeGreaterThan(1.3 * blind);
    expect(sd(repeated, "bootstrap") / sd(repeated, "sandwich")).toBeGreaterThan(0.7);
    expect(sd(repeated, "bootstrap") / sd(repeated, "sandwich")).toBeLessThan(1.3);
  });
});

function addSlope(
  ballot: Ballot,
  x: Float64Array,
  n: number,
  sizes: readonly number[],
  slope: Float64Array,
): void {
  const ranking = rankingOf(ballot);
  const places = [...ranking.models, ...sizes.map((_, t) => n + t)];
  const gradient = new Float64Array(places.length);
  const theta = Float64Array.from(ranking.models, (model) => x[model] ?? 0);
  rankingTerms(ranking, theta, { sizes, logs: x.slice(n) }, gradient, new Float64Array(places.length ** 2));
  places.forEach((place, i) => {
    slope[place] = (slope[place] ?? 0) + (gradient[i] ?? 0);
  });
}

describe("information of a ballot", () => {
  it("of K equals is 2 (K - H_K) duels, and 1.5 for the best of four (harmonic numbers H_K)", () => {
    const trace = (ballot: Ballot): number => {
      const k = ballot.models.length;
      const curvature = new Float64Array(k * k);
      rankingTerms(
        rankingOf(ballot),
        new Float64Array(k),
        { sizes: [], logs: new Float64Array(0) },
        new Float64Array(k),
        curvature,
      );
      // A duel of equals has curvature 1/4 for each of its two models.
      return curvature.reduce((sum, value, cell) => sum + (cell % (k + 1) === 0 ? value : 0), 0) / 0.5;
    };
    const harmonic = (k: number): number => (k === 0 ? 0 : 1 / k + harmonic(k - 1));
    for (const k of [2, 3, 4, 8]) {
      expect(trace(order(...Array(k).keys()))).toBeCloseTo(2 * (k - harmonic(k)), 10);
    }
    expect(trace({ models: [0, 1, 2, 3], ranks: [1, 2, 2, 2], firstOnly: true })).toBeCloseTo(1.5, 10);
    expect(trace(tiers([0, 1]))).toBeCloseTo(1, 10);
  });
});
