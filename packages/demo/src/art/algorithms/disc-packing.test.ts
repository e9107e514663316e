import { describe, expect, it } from "vitest";
import { randomFrom } from "../../random.ts";
import { distance, sheetSize } from "../drawing/geometry.ts";
import { type PackingWish, packDiscs } from "./disc-packing.ts";

const wish: PackingWish = { count: 200, smallest: 4, largestAt: () => 60, folds: 1, margin: 20, gap: 2 };

describe.each([1, 5])("packDiscs with %d folds", (folds) => {
  const groups = packDiscs({ ...wish, folds }, randomFrom(3));
  const discs = groups.flat();

  it("keeps the gap between any two discs", () => {
    for (const [i, a] of discs.entries()) {
      for (const b of discs.slice(i + 1))
        expect(distance(a, b)).toBeGreaterThanOrEqual(a.radius + b.radius + 2 - 1e-9);
    }
  });

  it("keeps discs within the margin and the sizes asked for", () => {
    for (const { x, y, radius } of discs) {
      expect(Math.min(x, y, sheetSize - x, sheetSize - y) - radius).toBeGreaterThanOrEqual(20 - 1e-9);
      expect(radius).toBeGreaterThanOrEqual(4);
      expect(radius).toBeLessThanOrEqual(60);
    }
  });

  it("turns every disc as often as asked", () => {
    expect(discs.length).toBeGreaterThan(100);
    for (const group of groups) expect(group).toHaveLength(folds);
  });
});
