import { describe, expect, it } from "vitest";
import type { Point } from "../drawing/geometry.ts";
import { contours } from "./contours.ts";

const grid = (...rows: number[][]) => ({ size: rows.length, values: rows.flat() });

/** Twice the signed area; positive where the ring runs clockwise as seen with y downwards. */
function turning(ring: readonly Point[]): number {
  return ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a;
    return sum + a.x * b.y - b.x * a.y;
  }, 0);
}

describe("contours", () => {
  it("draws a diamond around a single peak, crossing where the level is met", () => {
    const [ring, ...others] = contours(grid([0, 0, 0], [0, 4, 0], [0, 0, 0]), 1);
    expect(others).toEqual([]);
    expect(ring?.toSorted((a, b) => a.x - b.x || a.y - b.y)).toEqual([
      { x: 0.25, y: 1 },
      { x: 1, y: 0.25 },
      { x: 1, y: 1.75 },
      { x: 1.75, y: 1 },
    ]);
  });

  it("closes a shape that reaches the edge of the grid along that edge", () => {
    const rings = contours(grid([1, 1], [1, 1]), 0.5);
    expect(rings).toHaveLength(1);
    for (const { x, y } of rings[0] ?? [])
      expect([x === 0 || x === 1, y === 0 || y === 1]).toEqual([true, true]);
  });

  it("turns one way around a hill and the other way around a hollow in it", () => {
    const hill = [0, 0, 0, 0, 0];
    const slope = [0, 2, 2, 2, 0];
    const rings = contours(grid(hill, slope, [0, 2, 0, 2, 0], slope, hill), 1);
    expect(rings).toHaveLength(2);
    expect(rings.map((ring) => Math.sign(turning(ring))).toSorted()).toEqual([-1, 1]);
  });

  it("keeps two peaks apart that meet only at a corner", () => {
    expect(contours(grid([0, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 0]), 1)).toHaveLength(2);
  });

  it("finds nothing above the highest value", () => {
    expect(contours(grid([0, 1], [1, 0]), 1)).toEqual([]);
  });
});
