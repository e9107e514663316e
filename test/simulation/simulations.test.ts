// Small and fast forms of every simulation: what they print in full stands in docs/results.md.
import { describe, expect, it } from "vitest";
import { coverage, leagueCalibration } from "./calibration.ts";
import { anchored, budget, randomPairs, roundRobin, seriesBracket, swiss, varco } from "./equal-calls.ts";
import { protocol, votesToExactOrder } from "./k-sort-protocol.ts";
import { ballotsToTau, tauAfter } from "./noisy-league.ts";
import { placeNewcomer } from "./placement.ts";
import { trialOf } from "./stored-outputs.ts";
import { mean } from "./summary.ts";

const seeds = [1, 2, 3, 4];

describe("K-Sort's protocol", () => {
  const small = { ...protocol, models: 12, most: 400 };

  it("is over sooner with our matchmaking and rating than with K-Sort's", () => {
    const ours = mean(seeds.map((seed) => votesToExactOrder(small, seed)));
    const theirs = mean(seeds.map((seed) => votesToExactOrder({ ...small, design: "k-sort" }, seed)));
    expect(ours).toBeLessThan(40);
    expect(theirs).toBeGreaterThan(ours);
  });

  it("takes longer with a voter who flips neighbours", () => {
    const clean = mean(seeds.map((seed) => votesToExactOrder(small, seed)));
    const flipping = mean(seeds.map((seed) => votesToExactOrder({ ...small, flip: 0.1 }, seed)));
    expect(flipping).toBeGreaterThan(clean);
  });

  it("gives up where it was told to, and repeats itself under a seed", () => {
    expect(votesToExactOrder({ ...small, most: 5 }, 1)).toBe(Number.POSITIVE_INFINITY);
    expect(votesToExactOrder(small, 7)).toBe(votesToExactOrder(small, 7));
  });
});

describe("a league of noisy voters", () => {
  it("comes closer to the truth with more ballots", () => {
    const setup = { design: "ours", world: "even", careless: 0 } as const;
    const early = mean(seeds.map((seed) => tauAfter({ ...setup, most: 30 }, seed)));
    const late = mean(seeds.map((seed) => tauAfter({ ...setup, most: 200 }, seed)));
    expect(late).toBeGreaterThan(early + 0.1);
    expect(ballotsToTau({ ...setup, most: 50 }, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("a placement", () => {
  it("finds the exact place among 50 within ten votes and stops soon after", () => {
    for (const seed of seeds) {
      const { exactAfter, battles } = placeNewcomer(50, seed);
      expect(exactAfter).toBeLessThanOrEqual(10);
      expect(battles).toBeGreaterThanOrEqual(exactAfter);
      expect(battles).toBeLessThanOrEqual(12);
    }
  });
});

describe("calibration", () => {
  it("of the live league is about right", () => {
    const found = seeds.map((seed) => leagueCalibration(20, 200, seed));
    const ratio = mean(found.map(({ expected }) => expected)) / mean(found.map(({ actual }) => actual));
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it.each(["bradley-terry", "plackett-luce"] as const)("of the intervals of %s is about right", (method) => {
    const found = Array.from({ length: 40 }, (_, seed) => coverage(method, 10, 300, seed));
    const share = mean(found.map(({ covered, models }) => covered / models));
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });
});

describe("designs on equal judge calls", () => {
  it("spend what they say they spend", () => {
    expect(varco()(1).calls).toBe(budget);
    expect(swiss()(1).calls).toBe(budget);
    expect(swiss(75)(1).calls).toBe(0.75 * budget);
    expect(anchored(1).calls).toBe(budget);
    expect(randomPairs("elo")(1).calls).toBe(budget);
    expect(roundRobin(1).calls).toBe(12 * 120);
    expect(seriesBracket(null)(1).calls).toBeLessThan(0.75 * budget);
  });

  it("find most of the order", () => {
    for (const design of [varco(), swiss(), anchored, randomPairs("k-sort")]) {
      expect(mean(seeds.map((seed) => design(seed).spearman))).toBeGreaterThan(0.7);
    }
  });

  it("are judged by one who errs in 15 % of the calls, about the same outputs every time", () => {
    const trial = trialOf(5);
    const calls = Array.from({ length: 4000 }, () => trial.prefers(0, 1, 0));
    const share = mean(calls.map((call) => (call ? 1 : 0)));
    expect(Math.abs(Math.min(share, 1 - share) - 0.15)).toBeLessThan(0.03);
  });
});
