import { expect, it } from "vitest";
import { rankGroups } from "./rank-groups.ts";

const row = (rank: number, rating: number | null = 1000) => ({ rank, rating });

it("joins neighbours that share a rank", () => {
  expect(rankGroups([row(1), row(1), row(1), row(4)])).toEqual(["start", "middle", "end", "alone"]);
});

it("does not join equal ranks that another rank separates", () => {
  expect(rankGroups([row(2), row(3), row(2)])).toEqual(["alone", "alone", "alone"]);
});

it("leaves unrated models alone, although they stand at one place", () => {
  expect(rankGroups([row(1), row(3, null), row(3, null)])).toEqual(["alone", "alone", "alone"]);
});

it("has nothing to join on an empty board", () => {
  expect(rankGroups([])).toEqual([]);
});
