import { expect, it } from "vitest";
import { competitionRanks, outcomeRanks } from "./battle.ts";

const outcome = { match: "r1.m1", version: 1, game: 0 };

it("makes competition ranks of any order", () => {
  expect(competitionRanks([5, 2, 2, 9])).toEqual([3, 1, 1, 4]);
});

it("reads ranks in the order of the battle, or by the entrants they name", () => {
  expect(outcomeRanks({ ...outcome, ranks: [3, 1, 2] }, [7, 8, 9])).toEqual([3, 1, 2]);
  expect(outcomeRanks({ ...outcome, ranks: [3, 1, 2], entrants: [9, 7, 8] }, [7, 8, 9])).toEqual([1, 2, 3]);
});

it("leaves out entrants the battle did not show", () => {
  expect(outcomeRanks({ ...outcome, ranks: [1, 2, 2, 4], entrants: [6, 7, 8, 9] }, [9, 8])).toEqual([2, 1]);
});

it("refuses ranks for others, too few, or not whole numbers from 1", () => {
  expect(outcomeRanks({ ...outcome, ranks: [1, 2], entrants: [7, 6] }, [7, 8])).toBeNull();
  for (const ranks of [[1], [1, 2, 3], [0, 1], [1.5, 2], [1, Number.NaN]]) {
    expect(outcomeRanks({ ...outcome, ranks }, [7, 8])).toBeNull();
  }
});

it("keeps only the best where nothing else is known", () => {
  expect(outcomeRanks({ ...outcome, ranks: [4, 2, 3], firstOnly: true }, [7, 8, 9])).toEqual([2, 1, 2]);
});
