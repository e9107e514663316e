import { describe, expect, it } from "vitest";
import { fractalNoise, gradientNoise } from "./noise.ts";

const samples = Array.from({ length: 4000 }, (_, i) => [(i * 0.137) % 31, (i * 0.071) % 17] as const);

describe("gradientNoise", () => {
  const noise = gradientNoise(42);

  it("is 0 at whole numbers, also left of and above the origin", () => {
    for (const [x, y] of [
      [0, 0],
      [3, 5],
      [-2, 7],
    ] as const) {
      expect(noise(x, y)).toBeCloseTo(0, 12);
    }
  });

  it("keeps within its bounds and uses most of them", () => {
    const values = samples.map(([x, y]) => noise(x, y));
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(Math.SQRT1_2 + 1e-9);
    expect(Math.max(...values)).toBeGreaterThan(0.4);
    expect(Math.min(...values)).toBeLessThan(-0.4);
  });

  it("has no jumps", () => {
    for (const [x, y] of samples) expect(Math.abs(noise(x + 1e-4, y) - noise(x, y))).toBeLessThan(1e-3);
  });

  it("differs from seed to seed", () => {
    expect(gradientNoise(1)(0.5, 0.5)).not.toBe(gradientNoise(2)(0.5, 0.5));
  });
});

describe("fractalNoise", () => {
  it("of one octave is gradient noise", () => {
    expect(fractalNoise(9, 1)(1.3, 2.6)).toBe(gradientNoise(9)(1.3, 2.6));
  });
});
