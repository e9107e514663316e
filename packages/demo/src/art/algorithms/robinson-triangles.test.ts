import { describe, expect, it } from "vitest";
import { distance } from "../drawing/geometry.ts";
import { deflate, golden, type RobinsonTriangle, wheel } from "./robinson-triangles.ts";

function generation(n: number): RobinsonTriangle[] {
  let triangles = wheel({ x: 0, y: 0 }, 0, 100);
  for (let i = 0; i < n; i++) triangles = triangles.flatMap(deflate);
  return triangles;
}

function area({ apex, b, c }: RobinsonTriangle): number {
  return Math.abs((b.x - apex.x) * (c.y - apex.y) - (c.x - apex.x) * (b.y - apex.y)) / 2;
}

describe("deflate", () => {
  it("multiplies the triangles like Fibonacci numbers", () => {
    // thin -> 1 thin + 1 fat, fat -> 1 thin + 2 fat: 10 thin become 10 + 10, 20 + 30, 50 + 80, ...
    expect([0, 1, 2, 3].map((n) => generation(n).length)).toEqual([10, 20, 50, 130]);
    expect(generation(3).filter(({ thin }) => thin)).toHaveLength(50);
  });

  it("keeps the area", () => {
    const total = (triangles: RobinsonTriangle[]) =>
      triangles.reduce((sum, triangle) => sum + area(triangle), 0);
    expect(total(generation(5))).toBeCloseTo(total(generation(0)), 6);
  });

  it("shortens the legs by the golden ratio", () => {
    for (const { apex, b, c } of generation(4)) {
      expect(distance(apex, b)).toBeCloseTo(100 / golden ** 4, 9);
      expect(distance(apex, c)).toBeCloseTo(100 / golden ** 4, 9);
    }
  });
});
