import { describe, expect, it } from "vitest";
import { order } from "./made-ballots.ts";
import { type MatchmakingInput, proposeSet } from "./matchmaking.ts";
import { pairInformation } from "./pair-information.ts";
import { initialPosterior, type Posterior } from "./posterior.ts";
import { updatePosterior } from "./posterior-update.ts";
import { randomNormal, seededRandom } from "./random.ts";

const N = 10;
const all = [...Array(N).keys()];

function input(changes: Partial<MatchmakingInput> = {}): MatchmakingInput {
  const posterior: Posterior = { ...initialPosterior(N, 1), mean: all.map((model) => model / 2) };
  const games = new Float64Array(N).fill(9);
  return { posterior, games, candidates: all, k: 4, random: seededRandom("set"), randomShare: 0, ...changes };
}

describe("pairInformation", () => {
  it("has the values of its closed form, evaluated by hand", () => {
    expect(pairInformation(0, 1)).toBeCloseTo(0.27802, 5);
    expect(pairInformation(1, 1)).toBeCloseTo(0.22634, 5);
    expect(pairInformation(0, 0.1)).toBeCloseTo(0.04298, 5);
    expect(pairInformation(2, 4)).toBeCloseTo(0.37983, 5);
  });

  it("is near the information of a simulated duel", () => {
    const random = seededRandom("monte carlo");
    const entropy = (p: number): number =>
      p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    const [d, v, draws] = [0.7, 1.4, 20_000];
    let [mean, inner] = [0, 0];
    for (let i = 0; i < draws; i++) {
      const p = 1 / (1 + Math.exp(-1.7 * (d + Math.sqrt(v) * randomNormal(random))));
      mean += p / draws;
      inner += entropy(p) / draws;
    }
    expect(pairInformation(d, v)).toBeCloseTo(entropy(mean) - inner, 1);
  });

  it("is nothing for a known difference and never negative", () => {
    expect(pairInformation(0, 0)).toBeCloseTo(0, 12);
    expect(pairInformation(40, 0.01)).toBe(0);
  });
});

describe("proposeSet", () => {
  it("starts from the model with the fewest ballots and adds its informative neighbours", () => {
    const games = Float64Array.from(all, (model) => (model === 2 ? 1 : 9));
    const set = proposeSet(input({ games }));
    const [low = 0, ...rest] = set.models.toSorted((a, b) => a - b);
    expect(rest).toEqual([low + 1, low + 2, low + 3]);
    expect(set.models).toContain(2);
    expect(set.random).toBe(false);
    expect(set.information).toBeGreaterThan(0.5);
  });

  it("does not ask about two models that are known to be alike", () => {
    const cov = [...initialPosterior(N, 1).cov];
    for (const [a, b] of [
      [0, 1],
      [1, 0],
    ] as const)
      cov[a * N + b] = 0.999;
    const posterior = { ...initialPosterior(N, 1), cov };
    const games = Float64Array.from(all, (model) => (model === 0 ? 0 : 9));
    for (let seed = 0; seed < 20; seed++) {
      expect(proposeSet(input({ posterior, games, random: seededRandom(seed), k: 4 })).models).not.toContain(
        1,
      );
    }
  });

  it("agrees with a greedy search written without running sums", () => {
    const base = input({ games: Float64Array.from(all, (model) => 20 - model) });
    const bits = (a: number, b: number): number => pairInformation((a - b) / 2 / 1.7, 2 / 1.7 ** 2);
    const chosen = [9];
    while (chosen.length < 4) {
      const sum = (model: number): number => chosen.reduce((total, other) => total + bits(model, other), 0);
      const rest = all.filter((model) => !chosen.includes(model));
      chosen.push(rest.reduce((best, model) => (sum(model) > sum(best) ? model : best)));
    }
    expect(new Set(proposeSet(base).models)).toEqual(new Set(chosen));
  });

  it("is the same for the same seed, in the same slots", () => {
    expect(proposeSet(input({ random: seededRandom(4) }))).toEqual(
      proposeSet(input({ random: seededRandom(4) })),
    );
  });

  it("shuffles the slots: every model of a set comes first in its share", () => {
    const random = seededRandom("slots");
    const first = new Map<number, number>();
    for (let i = 0; i < 2000; i++) {
      const [model = -1] = proposeSet(input({ candidates: [3, 5, 7, 9], random })).models;
      first.set(model, (first.get(model) ?? 0) + 1);
    }
    for (const model of [3, 5, 7, 9]) expect(Math.abs((first.get(model) ?? 0) - 500)).toBeLessThan(80);
  });

  it("gives other sets to parallel voters when what is in flight is subtracted", () => {
    const games = Float64Array.from(all, (model) => (model === 2 ? 1 : 9));
    const shadow = new Float64Array(N * N).fill(0);
    const before = proposeSet(input({ games }));
    for (const a of before.models) for (const b of before.models) shadow[a * N + b] = 1;
    const after = proposeSet(input({ games, shadow }));
    expect(after.models.filter((model) => before.models.includes(model))).toEqual([2]);
  });

  it("draws about its share of sets blindly", () => {
    const random = seededRandom("share");
    const blind = Array.from({ length: 2000 }, () => proposeSet(input({ random, randomShare: 0.15 })).random);
    expect(blind.filter(Boolean).length / 2000).toBeCloseTo(0.15, 1);
    expect(proposeSet(input({ rule: "uniform" })).random).toBe(true);
  });

  it("shows all candidates when there are not more than k", () => {
    expect(proposeSet(input({ candidates: [8, 1], k: 4 })).models.toSorted()).toEqual([1, 8]);
    expect(proposeSet(input({ candidates: [] })).models).toEqual([]);
  });

  it("by K-Sort's rule prefers pairs that have not met, then close ones", () => {
    const pairGames = new Float64Array(N * N).fill(5);
    const games = Float64Array.from(all, (model) => (model === 0 ? 1 : 9));
    pairGames[8] = 0;
    expect(proposeSet(input({ rule: "k-sort", k: 2, games, pairGames })).models.toSorted()).toEqual([0, 8]);
    pairGames[8] = 5;
    expect(proposeSet(input({ rule: "k-sort", k: 2, games, pairGames })).models.toSorted()).toEqual([0, 1]);
  });

  it.each([
    ["k 0", { k: 0 }],
    ["half a model", { k: 2.5 }],
    ["a share above 1", { randomShare: 1.1 }],
    ["a candidate twice", { candidates: [1, 1] }],
    ["a candidate out of range", { candidates: [N] }],
  ])("refuses %s", (_, changes) => {
    expect(() => proposeSet(input(changes))).toThrow(expect.objectContaining({ code: "bad-option" }));
  });

  it("finds the exact order of 20 models by error-free voters in a few dozen battles of four", () => {
    const random = seededRandom("sort");
    let posterior = initialPosterior(20, 1.5);
    const games = new Float64Array(20);
    for (let vote = 0; vote < 60; vote++) {
      const { models } = proposeSet({
        posterior,
        games,
        candidates: [...Array(20).keys()],
        k: 4,
        random,
        randomShare: 0,
      });
      posterior = updatePosterior(posterior, order(...models.toSorted((a, b) => a - b)));
      for (const model of models) games[model] = (games[model] ?? 0) + 1;
    }
    const found = [...Array(20).keys()].sort((a, b) => (posterior.mean[b] ?? 0) - (posterior.mean[a] ?? 0));
    expect(found).toEqual([...Array(20).keys()]);
  });
});
