import { describe, expect, it } from "vitest";
import { react } from "./gray-scott.ts";

const size = 24;
const rates = Array.from({ length: size }, () => ({ feed: 0.035, kill: 0.061 }));
const drop = (x: number, y: number) => {
  const start = new Float64Array(size * size);
  for (const dy of [0, 1, 2]) for (const dx of [0, 1, 2]) start[(y + dy) * size + x + dx] = 0.5;
  return start;
};

describe("react", () => {
  it("leaves an empty sheet empty", () => {
    expect(Math.max(...react(new Float64Array(size * size), rates, 50))).toBe(0);
  });

  it("takes the first step worked out by hand in the middle of a drop", () => {
    // V = U V^2 + V - (feed + kill) V with no slope around: .25 + .5 - .096 * .5.
    expect(react(drop(10, 10), rates, 1)[11 * size + 11]).toBeCloseTo(0.25 + 0.5 - 0.048, 12);
  });

  it("lets a drop grow into a pattern that lasts", () => {
    const pattern = react(drop(10, 10), rates, 1500);
    expect(Math.max(...pattern)).toBeGreaterThan(0.2);
    expect(pattern.filter((v) => v > 0.1).length).toBeGreaterThan(30);
  });

  it("grows the same over an edge as in the middle, for the sheet is a torus", () => {
    const inner = size - 2;
    const middle = react(drop(10, 10), rates, 300);
    const start = new Float64Array(size * size);
    for (const dy of [0, 1, 2]) {
      for (const dx of [0, 1, 2]) start[(((inner - 2 + dy) % inner) + 1) * size + 10 + dx] = 0.5;
    }
    const wrapped = react(start, rates, 300);
    // The middle of the drop: row 11 there, row 0 of the inner square here.
    expect(wrapped[(((inner - 1) % inner) + 1) * size + 11]).toBeCloseTo(middle[11 * size + 11] ?? 0, 9);
  });
});
