import { describe, expect, it } from "vitest";
import { randomFrom } from "../../random.ts";
import { distance, type Point } from "../drawing/geometry.ts";
import { inset, middleOf, voronoiCell } from "./voronoi.ts";

const square: Point[] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
  { x: 0, y: 100 },
];

function area(polygon: readonly Point[]): number {
  const shoelace = polygon.map((a, i) => {
    const b = polygon[(i + 1) % polygon.length] ?? a;
    return a.x * b.y - b.x * a.y;
  });
  return Math.abs(shoelace.reduce((sum, part) => sum + part, 0)) / 2;
}

function scattered(count: number): Point[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, () => ({ x: random() * 100, y: random() * 100 }));
}

describe("voronoiCell", () => {
  it("gives a lone site the whole region", () => {
    const site = { x: 30, y: 40 };
    expect(voronoiCell(site, [site], square)).toEqual(square);
  });

  it("parts two sites by their bisector", () => {
    const [left, right] = [
      { x: 20, y: 50 },
      { x: 60, y: 50 },
    ];
    expect(area(voronoiCell(left, [left, right], square))).toBeCloseTo(4000, 9);
    expect(area(voronoiCell(right, [left, right], square))).toBeCloseTo(6000, 9);
  });

  it("covers the region without overlap", () => {
    const sites = scattered(60);
    const total = sites.reduce((sum, site) => sum + area(voronoiCell(site, sites, square)), 0);
    expect(total).toBeCloseTo(10_000, 6);
  });

  it("holds only places to which no other site is nearer", () => {
    const sites = scattered(40);
    for (const site of sites) {
      const middle = middleOf(voronoiCell(site, sites, square));
      for (const other of sites) {
        expect(distance(middle, site)).toBeLessThanOrEqual(distance(middle, other) + 1e-9);
      }
    }
  });
});

describe("inset", () => {
  it("moves every edge of a square inwards", () => {
    expect(area(inset(square, 10))).toBeCloseTo(6400, 9);
  });

  it("leaves nothing of a polygon that is too narrow", () => {
    expect(inset(square, 51)).toEqual([]);
  });
});
