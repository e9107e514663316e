import { describe, expect, it } from "vitest";
import { randomFrom } from "../../random.ts";
import { distance } from "../drawing/geometry.ts";
import { growTree } from "./space-colonisation.ts";

const rules = { step: 10, reach: 80, near: 15, rounds: 200 };

describe("growTree", () => {
  it("grows straight to a single place and stops short of it", () => {
    const shoots = growTree([{ x: 0, y: 0 }], [{ x: 60, y: 0 }], rules);
    expect(shoots.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 0],
      [10, 0],
      [20, 0],
      [30, 0],
      [40, 0],
      [50, 0],
    ]);
  });

  it("forks towards two places and counts the tips", () => {
    const places = [
      { x: 80, y: 40 },
      { x: 40, y: -40 },
    ];
    const shoots = growTree([{ x: 0, y: 0 }], places, rules);
    expect(shoots.filter(({ children }) => children.length === 0)).toHaveLength(2);
    expect(shoots[0]?.load).toBe(2);
  });

  it("stops where two pulls cancel out", () => {
    const places = [
      { x: 0, y: 50 },
      { x: 0, y: -50 },
    ];
    expect(growTree([{ x: 0, y: 0 }], places, rules)).toHaveLength(1);
  });

  it("reaches every place of a crowd, step by step", () => {
    const random = randomFrom(5);
    const places = Array.from({ length: 300 }, () => ({ x: 300 * random(), y: 300 * random() }));
    const shoots = growTree([{ x: 150, y: 320 }], places, rules);
    const reached = places.filter((place) => shoots.some((shoot) => distance(shoot, place) <= rules.near));
    expect(reached.length).toBeGreaterThan(290);
    for (const shoot of shoots) {
      for (const child of shoot.children) expect(distance(child, shoot)).toBeCloseTo(rules.step, 9);
    }
  });
});
