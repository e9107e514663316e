import { describe, expect, it } from "vitest";
import { randomNormal, seededRandom, shuffled } from "./random.ts";

const take = (seed: number | string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe("seededRandom", () => {
  it("gives the same sequence for the same seed and another one for another seed", () => {
    expect(take(7, 50)).toEqual(take(7, 50));
    expect(take(7, 50)).not.toEqual(take(8, 50));
    expect(take("7", 3)).toEqual(take(7, 3));
  });

  it("keeps its sequence for ever: brackets and boards are replayed from it", () => {
    // Recorded from the first version of this file; a change here changes every published draw.
    expect(take("agon", 3).map((value) => value.toFixed(9))).toMatchInlineSnapshot(`
      [
        "0.141445997",
        "0.348391181",
        "0.373662766",
      ]
    `);
  });

  it("is uniform: mean 1/2, variance 1/12, no trend between neighbours", () => {
    const values = take("uniform", 20_000);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    const lag =
      values.slice(1).reduce((a, b, i) => a + (b - mean) * ((values[i] ?? 0) - mean), 0) / values.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    expect(Math.abs(lag / variance)).toBeLessThan(0.03);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });
});

describe("shuffled", () => {
  it("leaves its argument alone and gives each of the six orders of three its share", () => {
    const random = seededRandom("orders");
    const items = [1, 2, 3];
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = shuffled(items, random).join("");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(items).toEqual([1, 2, 3]);
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe("randomNormal", () => {
  it("has mean 0 and variance 1", () => {
    const random = seededRandom("normal");
    const values = Array.from({ length: 20_000 }, () => randomNormal(random));
    expect(values.reduce((a, b) => a + b) / values.length).toBeCloseTo(0, 1);
    expect(values.reduce((a, b) => a + b * b, 0) / values.length).toBeCloseTo(1, 1);
  });
});
