import { describe, expect, it } from "vitest";
import type { Ballot } from "./ballot.ts";
import { order, randomDuels, randomOrders, tiers } from "./made-ballots.ts";
import { normalCdf } from "./normal.ts";
import { emptyCounts } from "./pair-counts.ts";
import { seededRandom } from "./random.ts";
import { rate, rateCounts, rateRankings } from "./rate.ts";
import type { Method, RateOptions, Rating } from "./rating.ts";

const CORE: readonly Method[] = [
  "bradley-terry",
  "davidson",
  "rao-kupper",
  "elo",
  "plackett-luce",
  "k-sort",
  "win-rate",
];

function expectFinite(rating: Rating): void {
  for (const model of rating.models) {
    for (const value of Object.values(model)) {
      if (typeof value === "number") expect(value).not.toBeNaN();
      if (typeof value === "number") expect(Math.abs(value)).toBeLessThan(10_000);
    }
  }
}

describe.each(CORE)("rate by %s", (method) => {
  it("rates nobody without a ballot, and says so", () => {
    const rating = rate(3, [], { method });
    expect(rating.models.map((model) => [model.rating, model.provisional, model.rank])).toEqual(
      Array(3).fill([null, true, 1]),
    );
    expect(rating.warnings.map(({ code }) => code)).toEqual(["no-battles"]);
    expect(rate(0, [], { method }).models).toEqual([]);
  });

  it("ignores ballots of one model or of weight 0", () => {
    const ballots: Ballot[] = [order(0), { ...order(1, 2), weight: 0 }];
    expect(rate(3, ballots, { method })).toEqual(rate(3, [], { method }));
  });

  it("lists a model without battles last, provisional and without numbers", () => {
    const rating = rate(4, [order(0, 2), order(2, 0), order(0, 3), order(3, 0)], { method });
    expect(rating.models[1]).toMatchObject({ rating: null, lower: null, upper: null, theta: null, sd: null });
    expect(rating.models[1]).toMatchObject({
      rank: 4,
      rankLower: 4,
      rankUpper: 4,
      games: 0,
      provisional: true,
    });
    expect(rating.models[1]?.winRate).toBeNull();
  });

  it("centres the rated models on 1000", () => {
    const rating = rate(8, randomDuels([2, 1, 0, -1, -2], 200, seededRandom("centre")), { method });
    const rated = rating.models.flatMap(({ rating: points }) => (points === null ? [] : [points]));
    expect(rated).toHaveLength(5);
    expect(rated.reduce((a, b) => a + b) / 5).toBeCloseTo(1000, 6);
  });

  it("stays finite for one winner of everything, islands, ties alone and a single vote", () => {
    const winner = [1, 2, 3, 1, 2, 3].map((loser) => order(0, loser));
    const islands = [order(0, 1), order(0, 1), tiers([2, 3])];
    for (const ballots of [winner, islands, [tiers([0, 1])], [order(3, 0)]]) {
      expectFinite(rate(4, ballots, { method }));
      expectFinite(rate(4, ballots, { method, interval: "bootstrap", rounds: 20 }));
    }
  });

  it("takes battles of four, weak orders and Best mode", () => {
    const ballots: Ballot[] = [
      ...randomOrders([1, 0.5, 0, -0.5, -1], 4, 80, seededRandom("four")),
      tiers([0], [1, 2], [3]),
      { models: [0, 2, 4], ranks: [1, 2, 2], firstOnly: true },
    ];
    const rating = rate(5, ballots, { method });
    expectFinite(rating);
    expect(rating.models[0]?.rating).toBeGreaterThan(rating.models[4]?.rating ?? 0);
  });

  it("gives ranks that agree with its intervals", () => {
    const rating = rate(5, randomDuels([2, 1, 0, -1, -2], 300, seededRandom("ranks")), { method });
    for (const model of rating.models) {
      expect(model.rank).toBe(model.rankLower);
      const [low, high] = [model.lower ?? model.rating ?? 0, model.upper ?? model.rating ?? 0];
      const above = rating.models.filter((other) => (other.lower ?? other.rating ?? 0) > high).length;
      const below = rating.models.filter((other) => (other.upper ?? other.rating ?? 0) < low).length;
      expect([model.rankLower, model.rankUpper]).toEqual([1 + above, 5 - below]);
    }
  });

  it.each([
    ["a model out of range", { models: [0, 3], ranks: [1, 2] }, "bad-ballot"],
    ["a model that is no integer", { models: [0, 0.5], ranks: [1, 2] }, "bad-ballot"],
    ["a model shown twice", { models: [1, 1], ranks: [1, 2] }, "bad-ballot"],
    ["no model", { models: [], ranks: [] }, "bad-ballot"],
    ["ranks that do not fit", { models: [0, 1], ranks: [1] }, "bad-ballot"],
    ["a rank that is NaN", { models: [0, 1], ranks: [1, Number.NaN] }, "bad-ballot"],
    ["an infinite rank", { models: [0, 1], ranks: [1, Number.POSITIVE_INFINITY] }, "bad-ballot"],
    ["a negative weight", { models: [0, 1], ranks: [1, 2], weight: -1 }, "bad-weight"],
    ["a weight that is NaN", { models: [0, 1], ranks: [1, 2], weight: Number.NaN }, "bad-weight"],
    ["an infinite weight", { models: [0, 1], ranks: [1, 2], weight: Number.POSITIVE_INFINITY }, "bad-weight"],
  ])("refuses %s", (_, ballot, code) => {
    expect(() => rate(3, [ballot], { method })).toThrow(
      expect.objectContaining({ name: "RatingError", code }),
    );
  });
});

describe("rate", () => {
  const duels = randomDuels([1, 0.3, -0.3, -1], 200, seededRandom("options"));

  it.each<[string, number, Partial<RateOptions>, string]>([
    ["a negative size", -1, {}, "bad-size"],
    ["a size that is NaN", Number.NaN, {}, "bad-size"],
    ["a prior of no spread", 4, { priorSd: 0 }, "bad-option"],
    ["a careful share of 0", 4, { careful: 0 }, "bad-option"],
    ["half a round", 4, { rounds: 0.5 }, "bad-option"],
    ["endless draws", 4, { draws: Number.POSITIVE_INFINITY }, "bad-option"],
  ])("refuses %s", (_, size, options, code) => {
    expect(() => rate(size, [], { method: "plackett-luce", ...options })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("knows the methods for comparison only in their own entry point", () => {
    expect(() => rate(4, duels, { method: "trueskill" })).toThrow(
      expect.objectContaining({ code: "wrong-method" }),
    );
    expect(() => rateCounts(emptyCounts(2), { method: "elo" })).toThrow(
      expect.objectContaining({ code: "wrong-method" }),
    );
    expect(() => rateRankings(2, [], { method: "elo" })).toThrow(
      expect.objectContaining({ code: "wrong-method" }),
    );
  });

  it("falls back on the method's own interval, with a warning when another one was asked for", () => {
    const elo = rate(4, duels, { method: "elo", interval: "sandwich" });
    expect(elo.interval.kind).toBe("none");
    expect(elo.warnings.map(({ code }) => code)).toEqual(["no-such-interval"]);
    expect(rate(4, duels, { method: "elo" }).warnings).toEqual([]);
    expect(rate(4, duels, { method: "k-sort" }).interval.kind).toBe("posterior");
  });

  it("leaves bounds and spreads out when no interval is wanted", () => {
    const { models } = rate(4, duels, { method: "bradley-terry", interval: "none" });
    expect(models.map(({ lower, upper, sd }) => [lower, upper, sd])).toEqual(
      Array(4).fill([null, null, null]),
    );
    expect(models.map(({ rank }) => rank).toSorted()).toEqual([1, 2, 3, 4]);
  });

  it("calls a model provisional with under 10 battles or an interval wider than 200 points", () => {
    const flags = (options: Partial<RateOptions>): boolean[] =>
      rate(4, duels, { method: "bradley-terry", ...options }).models.map(({ provisional }) => provisional);
    expect(flags({})).toEqual([false, false, false, false]);
    expect(flags({ provisionalGames: 1000 })).toEqual([true, true, true, true]);
    expect(flags({ provisionalWidth: 1 })).toEqual([true, true, true, true]);
  });

  it("gives the probability of being the best by seeded draws", () => {
    const options = { method: "bradley-terry", draws: 4000, seed: 3 } as const;
    const { models } = rate(4, duels, options);
    const first = models.map((model) => model.first ?? Number.NaN);
    expect(first.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    expect(first).toEqual(first.toSorted((a, b) => b - a));
    expect(rate(4, duels, options).models).toEqual(models);
    expect(rate(4, duels, { method: "bradley-terry" }).models[0]).not.toHaveProperty("first");
    // Two models: the difference is normal with twice theta's mean and twice its spread.
    const [better] = rate(2, [order(0, 1), order(0, 1), order(1, 0)], options).models;
    expect(better?.first).toBeCloseTo(normalCdf((better?.theta ?? 0) / (better?.sd ?? 1)), 1);
  });
});
