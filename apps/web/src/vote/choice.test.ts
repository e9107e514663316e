import { expect, it } from "vitest";
import { castOf, chosenSlots, letterOf, rankGiven } from "./choice.ts";

it("marks the better side of a duel, and nobody after a draw", () => {
  expect(chosenSlots({ outcome: "b" })).toEqual([1]);
  expect(chosenSlots({ outcome: "tie" })).toEqual([]);
  expect(chosenSlots({ outcome: "both_bad" })).toEqual([]);
});

it("marks everybody who shares the first rank, unless all do", () => {
  expect(chosenSlots({ ranks: [2, 1, 1, 4] })).toEqual([1, 2]);
  expect(chosenSlots({ ranks: [1, 1] })).toEqual([]);
});

it("tells the rank that was given, only where there is one", () => {
  expect(rankGiven({ ranks: [3, 1, 2] }, 2)).toBe(2);
  expect(rankGiven({ best: 2 }, 2)).toBeNull();
});

it("adds the token to what was chosen", () => {
  expect(castOf({ best: 2 }, "t")).toEqual({ best: 2, token: "t" });
});

it("names slots by letters", () => {
  expect([0, 3].map(letterOf)).toEqual(["A", "D"]);
});
