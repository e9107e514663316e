import { expect, it } from "vitest";
import { boardAxis, percent } from "./axis.ts";

const row = (rating: number | null, half = 20) => ({
  rating,
  lower: rating === null ? null : rating - half,
  upper: rating === null ? null : rating + half,
});

it("begins and ends at round numbers that hold every interval", () => {
  const axis = boardAxis([row(873), row(1161), row(null)]);
  expect(axis.ticks[0]).toBeLessThanOrEqual(853);
  expect(axis.ticks.at(-1)).toBeGreaterThanOrEqual(1181);
  expect(axis.at(axis.ticks[0] ?? 0)).toBe(0);
  expect(axis.at(axis.ticks.at(-1) ?? 0)).toBe(1);
});

it("gives one rating room on both sides", () => {
  const axis = boardAxis([row(1000, 0)]);
  expect(axis.at(1000)).toBeCloseTo(0.5);
});

it("stands around the mean when nothing is rated", () => {
  expect(boardAxis([]).at(1000)).toBeCloseTo(0.5);
});

it("writes shares with two digits at most", () => {
  expect(percent(1 / 3)).toBe("33.33%");
});
