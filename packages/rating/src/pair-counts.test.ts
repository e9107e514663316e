import { describe, expect, it } from "vitest";
import { order, tiers } from "./made-ballots.ts";
import { addBallotToCounts, addPairs, checkCounts, emptyCounts } from "./pair-counts.ts";
import { activeModels, tallyBallots, tallyCounts } from "./tally.ts";

describe("pair counts", () => {
  it("count wins one way and ties both ways", () => {
    const counts = emptyCounts(3);
    addBallotToCounts(counts, order(2, 0));
    addBallotToCounts(counts, { ...tiers([1, 2]), weight: 2 });
    expect([...counts.wins]).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0]);
    expect([...counts.ties]).toEqual([0, 0, 0, 0, 0, 2, 0, 2, 0]);
  });

  it("take duels only, and say so by a code", () => {
    expect(() => addBallotToCounts(emptyCounts(3), order(0, 1, 2))).toThrow(
      expect.objectContaining({ code: "not-a-duel" }),
    );
  });

  it("of a Best-mode ballot know nothing about the ones that were not chosen", () => {
    const counts = emptyCounts(3);
    addPairs(counts, { models: [0, 1, 2], ranks: [2, 1, 2], firstOnly: true }, 1);
    expect([...counts.wins]).toEqual([0, 0, 0, 1, 0, 1, 0, 0, 0]);
    expect([...counts.ties].every((cell) => cell === 0)).toBe(true);
  });

  it.each([
    ["too few cells", { size: 2, wins: new Float64Array(3), ties: new Float64Array(4) }],
    ["NaN", { size: 2, wins: Float64Array.of(0, Number.NaN, 0, 0), ties: new Float64Array(4) }],
    ["a negative count", { size: 2, wins: Float64Array.of(0, -1, 0, 0), ties: new Float64Array(4) }],
    ["a model against itself", { size: 2, wins: Float64Array.of(1, 0, 0, 0), ties: new Float64Array(4) }],
    ["one-sided ties", { size: 2, wins: new Float64Array(4), ties: Float64Array.of(0, 1, 0, 0) }],
  ])("with %s are refused", (_, counts) => {
    expect(() => checkCounts(counts)).toThrow(expect.objectContaining({ code: "bad-counts" }));
  });
});

describe("tally", () => {
  it("is the same from ballots and from their counts", () => {
    const ballots = [order(0, 1), order(0, 1), tiers([0, 3]), order(3, 1)];
    const counts = emptyCounts(5);
    for (const ballot of ballots) addBallotToCounts(counts, ballot);
    expect(tallyBallots(5, ballots)).toEqual(tallyCounts(counts));
    expect(activeModels(tallyCounts(counts))).toEqual([0, 1, 3]);
  });

  it("counts a battle of four once as a game and its pairs as wins, losses and ties", () => {
    const tally = tallyBallots(4, [tiers([2], [0, 1], [3])]);
    expect([...tally.games]).toEqual([1, 1, 1, 1]);
    expect([...tally.wins]).toEqual([1, 1, 3, 0]);
    expect([...tally.losses]).toEqual([1, 1, 0, 3]);
    expect([...tally.ties]).toEqual([1, 1, 0, 0]);
  });
});
