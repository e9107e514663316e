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
