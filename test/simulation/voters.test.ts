import { describe, expect, it } from "vitest";
import { perTrial } from "./summary.ts";
import { carelessVoter, errorFreeVoter, mallowsVoter, noisyVoter, plackettLuceVoter } from "./voters.ts";
import { stream } from "./world.ts";

const world = Float64Array.of(0, 3, 1, 2);
const all = [0, 1, 2, 3];
const inversions = (ranks: readonly number[]): number =>
  all.flatMap((a) =>
    all.filter((b) => (world[a] ?? 0) > (world[b] ?? 0) && (ranks[a] ?? 0) > (ranks[b] ?? 0)),
  ).length;

describe("voters", () => {
  it("without errors rank by strength, whatever the order of the slots", () => {
    expect(errorFreeVoter(world)(all)).toEqual([4, 1, 3, 2]);
    expect(errorFreeVoter(world)([1, 0])).toEqual([1, 2]);
  });

  it("with adjacent flips swap two neighbours as often as they are told to", () => {
    const voter = mallowsVoter(world, 0.1, stream(1, "flips"));
    const flipped = perTrial(20_000, () => (voter([1, 3])[0] === 2 ? 1 : 0));
    expect(flipped).toBeCloseTo(0.1, 1);
    expect(Math.abs(flipped - 0.1)).toBeLessThan(0.01);
  });

  it("with adjacent flips follow Mallows: the mean number of inversions of four is that of the law", () => {
    const phi = 0.1 / 0.9;
    // Repeated insertion: the i-th model moves up v < i places with weight phi^v.
    const law = [2, 3, 4].reduce((sum, i) => {
      const weights = Array.from({ length: i }, (_, v) => phi ** v);
      const total = weights.reduce((a, b) => a + b);
      return sum + weights.reduce((a, b, v) => a + (b * v) / total, 0);
    }, 0);
    const voter = mallowsVoter(world, 0.1, stream(2, "flips"));
    expect(Math.abs(perTrial(20_000, () => inversions(voter(all))) - law)).toBeLessThan(0.02);
  });

  it("of Plackett and Luce prefer by the odds of the strengths", () => {
    const voter = plackettLuceVoter(world, stream(3, "looks"));
    const won = perTrial(20_000, () => (voter([3, 2])[0] === 1 ? 1 : 0));
    expect(Math.abs(won - 1 / (1 + Math.exp(-1)))).toBeLessThan(0.01);
  });

  it("with noise of sd s prefer by Phi(d / (s sqrt 2))", () => {
    const voter = noisyVoter(world, 2, stream(4, "looks"));
    // Phi(3 / (2 sqrt 2)) = .85558
    const won = perTrial(20_000, () => (voter([1, 0])[0] === 1 ? 1 : 0));
    expect(Math.abs(won - 0.85558)).toBeLessThan(0.01);
  });

  it("who are careless answer that share of the ballots by lot", () => {
    const voter = carelessVoter(errorFreeVoter(world), 0.5, stream(5, "careless"));
    const right = perTrial(20_000, () => (inversions(voter(all)) === 0 ? 1 : 0));
    expect(Math.abs(right - (0.5 + 0.5 / 24))).toBeLessThan(0.01);
  });
});
