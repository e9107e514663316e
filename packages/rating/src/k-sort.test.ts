import { describe, expect, it } from "vitest";
import { kSortBeliefs } from "./k-sort.ts";
import { order, tiers } from "./made-ballots.ts";

describe("kSortBeliefs", () => {
  it("moves two equals as K-Sort Arena prints it (arXiv 2408.14468, beta 25/6)", () => {
    const [winner, loser] = kSortBeliefs(2, [order(0, 1)]);
    expect(winner?.mean).toBeCloseTo(29.205221, 6);
    expect(loser?.mean).toBeCloseTo(20.794779, 6);
    expect(winner?.sd).toBeCloseTo(7.194481, 6);
    expect(loser?.sd).toBeCloseTo(7.194481, 6);
  });

  it("moves unequal models by the moments of their truncated difference, integrated here by steps", () => {
    const [a, b] = kSortBeliefs(2, [order(0, 1)]);
    const after = kSortBeliefs(2, [order(0, 1), order(1, 0)]);
    const variance = (a?.sd ?? 0) ** 2;
    const c2 = 2 * (25 / 6) ** 2 + 2 * variance;
    const gap = (b?.mean ?? 0) - (a?.mean ?? 0);
    let [mass, first, second] = [0, 0, 0];
    for (let d = 0.0005; d < 120; d += 0.001) {
      const weight = Math.exp(-((d - gap) ** 2) / (2 * c2));
      mass += weight;
      first += weight * d;
      second += weight * d * d;
    }
    const mean = first / mass;
    const left = second / mass - mean ** 2;
    expect(after[1]?.mean).toBeCloseTo((b?.mean ?? 0) + (variance / c2) * (mean - gap), 4);
    const shrunk = variance * (1 - (variance / c2) * (1 - left / c2));
    expect(after[1]?.sd).toBeCloseTo(Math.sqrt(shrunk), 4);
  });

  it("keeps every spread positive however many pairs one ballot has", () => {
    const everybody = order(...Array(30).keys());
    const beliefs = kSortBeliefs(30, [everybody, everybody, everybody]);
    for (const belief of beliefs) expect(belief.sd).toBeGreaterThan(0);
    const means = beliefs.map(({ mean }) => mean);
    expect(means).toEqual([...means].sort((a, b) => b - a));
  });

  it("moves equals nowhere when they tie, and is surer of them", () => {
    const [one, other] = kSortBeliefs(2, [tiers([0, 1])]);
    expect([one?.mean, other?.mean]).toEqual([25, 25]);
    expect(one?.sd).toBeLessThan(25 / 3);
  });
});
