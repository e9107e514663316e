import { expect, it } from "vitest";
import { bracketSize, seats, slotOrder } from "./seeding.ts";
import { shuffledIndices } from "./shuffle.ts";

// The standard order of knock-out slots, as printed in draws of 8 and 16.
it("puts seeds into the standard slots", () => {
  expect(slotOrder(2)).toEqual([1, 2]);
  expect(slotOrder(8)).toEqual([1, 8, 4, 5, 2, 7, 3, 6]);
  expect(slotOrder(16)).toEqual([1, 16, 8, 9, 4, 13, 5, 12, 2, 15, 7, 10, 3, 14, 6, 11]);
});

it("pads to the next power of two", () => {
  expect([2, 3, 4, 5, 16, 17, 1000].map(bracketSize)).toEqual([2, 4, 4, 8, 16, 32, 1024]);
});

it("seeds by rating, best first, and by lot without ratings", () => {
  expect(seats(4, null, 1, [1000, 1200, 900, 1100])).toEqual([1, 3, 0, 2]);
  expect(seats(4, "listed", 1, [1000, 1200, 900, 1100])).toEqual([0, 1, 2, 3]);
  expect(seats(64, "rating", 1, undefined)).toEqual(seats(64, "random", 1, [1, 2]));
  expect(seats(64, null, 1, undefined)).not.toEqual(seats(64, null, 2, undefined));
});

// Fixed when the draw was first published: a change would redraw every bracket that was ever announced.
it("draws the same order for the same seed for ever", () => {
  expect(shuffledIndices(8, "agon")).toEqual([0, 7, 3, 5, 4, 6, 2, 1]);
});
