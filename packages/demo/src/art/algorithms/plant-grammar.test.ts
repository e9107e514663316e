import { describe, expect, it } from "vitest";
import { randomFrom } from "../../random.ts";
import { plantWord, sketchPlant } from "./plant-grammar.ts";

const rounded = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => [Math.round(x), Math.round(y)]);

describe("plantWord", () => {
  it("closes every bracket it opens and ends each branch in an apex", () => {
    const word = plantWord(4, randomFrom(11));
    let depth = 0;
    for (const symbol of word) {
      depth += symbol === "[" ? 1 : symbol === "]" ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(word).not.toMatch(/[^X]\]/);
  });

  it("is the apex itself before any generation", () => {
    expect(plantWord(0, randomFrom(1))).toBe("X");
  });
});

describe("sketchPlant", () => {
  it("walks a word as worked out by hand", () => {
    const { stems, tips, length } = sketchPlant("FF[+FX]FX", Math.PI / 2, 0, randomFrom(1));
    expect(stems.map(({ level }) => level)).toEqual([0, 1, 0]);
    expect(stems.map(({ points }) => rounded(points))).toEqual([
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      [
        [2, 0],
        [2, 1],
      ],
      [
        [2, 0],
        [3, 0],
      ],
    ]);
    expect(rounded(tips)).toEqual([
      [2, 1],
      [3, 0],
    ]);
    expect(length).toBe(3);
  });

  it("takes only an apex at the end of a branch for a tip", () => {
    expect(sketchPlant("FXF", 1, 0, randomFrom(1)).tips).toEqual([]);
  });
});
