import { expect, test } from "vitest";
import { judgeByScore } from "./score.ts";

test("the higher score stands first", () => {
  expect(judgeByScore([0.2, 0.9])).toEqual([2, 1]);
});

test("equal scores tie and the next rank is skipped", () => {
  expect(judgeByScore([5, 7, 5, -1])).toEqual([2, 1, 2, 4]);
  expect(judgeByScore([0, -0])).toEqual([1, 1]);
});

test("a score that is not finite is refused by its place", () => {
  expect(() => judgeByScore([1, Number.NaN])).toThrow("output 2");
  expect(() => judgeByScore([Number.POSITIVE_INFINITY, 1])).toThrow(RangeError);
});
