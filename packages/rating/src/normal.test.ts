import { describe, expect, it } from "vitest";
import { inverseMills, normalCdf, normalDensity } from "./normal.ts";

describe("normalCdf", () => {
  it("matches tabulated values (Abramowitz & Stegun, table 26.1)", () => {
    expect(normalCdf(0)).toBeCloseTo(0.5, 14);
    expect(normalCdf(1)).toBeCloseTo(0.841344746068543, 13);
    expect(normalCdf(-1.96)).toBeCloseTo(0.024997895148220435, 13);
    expect(normalCdf(3)).toBeCloseTo(0.99865010196837, 13);
  });

  it("agrees with the integral of the density across the two formulas' border", () => {
    const [steps, width] = [60_000, 6];
    for (const z of [6.9, 7.2]) {
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += (width / steps) * normalDensity(z + ((i + 0.5) * width) / steps);
      expect(normalCdf(-z) / sum).toBeCloseTo(1, 7);
    }
  });
});

describe("inverseMills", () => {
  it("is density over probability, and stays finite where both vanish", () => {
    expect(inverseMills(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 13);
    expect(inverseMills(1.5)).toBeCloseTo(normalDensity(1.5) / normalCdf(1.5), 13);
    expect(inverseMills(-60)).toBeCloseTo(60 + 1 / 60, 4);
  });
});
