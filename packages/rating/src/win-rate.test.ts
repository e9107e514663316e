import { describe, expect, it } from "vitest";
import { order, tiers } from "./made-ballots.ts";
import { addBallotToCounts, emptyCounts } from "./pair-counts.ts";
import { pointsOfBallots, pointsOfCounts, smoothedRates } from "./win-rate.ts";

describe("smoothedRates", () => {
  it("is (points + 2 mean) / (battles + 2), mean 1/2 in duels", () => {
    const rates = smoothedRates(pointsOfBallots(3, [order(0, 1), order(0, 1), tiers([1, 2])]));
    expect([...rates]).toEqual([3 / 4, 1.5 / 5, 1.5 / 3].map((rate) => expect.closeTo(rate, 12)));
  });

  it("is the same from counts", () => {
    const duels = [order(0, 1), order(2, 1), tiers([0, 2])];
    const counts = emptyCounts(3);
    for (const duel of duels) addBallotToCounts(counts, duel);
    expect(smoothedRates(pointsOfCounts(counts))).toEqual(smoothedRates(pointsOfBallots(3, duels)));
  });

  it("gives the best of four a whole point in Best mode and the mean of a quarter to all", () => {
    const best = { models: [0, 1, 2, 3], ranks: [2, 1, 2, 2], firstOnly: true };
    const rates = smoothedRates(pointsOfBallots(5, [best]));
    expect([...rates]).toEqual(
      [0.5 / 3, 1.5 / 3, 0.5 / 3, 0.5 / 3, 0.25].map((rate) => expect.closeTo(rate, 12)),
    );
  });
});
