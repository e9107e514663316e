import { describe, expect, it } from "vitest";
import { indexOfLargest, kendallTau, misordered, spearman } from "./order.ts";
import { median, standardError } from "./summary.ts";
import { placesOf } from "./world.ts";

describe("measures of an order", () => {
  it("are perfect for the same order on any scale and reversed for the opposite", () => {
    const truth = [3, 1, 2];
    const stretched = [30, -5, 2];
    expect([kendallTau(truth, stretched), spearman(truth, stretched), misordered(truth, stretched)]).toEqual([
      1, 1, 0,
    ]);
    const opposite = [1, 3, 2];
    expect([kendallTau(truth, opposite), spearman(truth, opposite), misordered(truth, opposite)]).toEqual([
      -1, -1, 3,
    ]);
  });

  it("count one swapped pair of four", () => {
    expect(kendallTau([4, 3, 2, 1], [3, 4, 2, 1])).toBeCloseTo(2 / 3);
    expect(spearman([4, 3, 2, 1], [3, 4, 2, 1])).toBeCloseTo(0.8);
    expect(misordered([4, 3, 2, 1], [3, 4, 2, 1])).toBe(1);
  });

  it("count equals as half wrong and give them the mean of their places", () => {
    expect(misordered([2, 1], [5, 5])).toBe(0.5);
    expect(spearman([3, 2, 1], [1, 1, 0])).toBeCloseTo(Math.sqrt(3) / 2);
  });

  it("name the first and everybody's place", () => {
    expect(indexOfLargest([1, 5, 3])).toBe(1);
    expect(placesOf([1, 5, 3])).toEqual([2, 0, 1]);
  });
});

it("the median of an even list is between its middle ones", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([1, Number.POSITIVE_INFINITY, 2])]).toEqual([
    2, 2.5, 2,
  ]);
  expect(standardError([1, 3])).toBeCloseTo(1);
});
