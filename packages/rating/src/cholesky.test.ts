import { describe, expect, it } from "vitest";
import { factorise, inverseDiagonal, invert, sandwiched, solve } from "./cholesky.ts";
import { randomNormal, seededRandom } from "./random.ts";

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, cell) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (a[Math.floor(cell / n) * n + k] ?? 0) * (b[k * n + (cell % n)] ?? 0);
    return sum;
  });
}

function randomMatrix(n: number, seed: string): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: n * n }, () => randomNormal(random));
}

function transpose(a: Float64Array, n: number): Float64Array {
  return a.map((_, cell) => a[(cell % n) * n + Math.floor(cell / n)] ?? 0);
}

function positive(n: number, seed: string): Float64Array {
  const root = randomMatrix(n, seed);
  const result = product(root, transpose(root, n), n);
  return result.map((value, cell) => value + (cell % (n + 1) === 0 ? 0.1 : 0));
}

const farthest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe("Cholesky algebra", () => {
  it.each([1, 2, 3, 7, 20])("solves and inverts systems of size %i", (n) => {
    const a = positive(n, `a${n}`);
    const factor = a.slice();
    expect(factorise(factor, n)).toBe(true);
    const inverse = invert(factor, n);
    const identity = new Float64Array(n * n).map((_, cell) => (cell % (n + 1) === 0 ? 1 : 0));
    expect(farthest(product(a, inverse, n), identity)).toBeLessThan(1e-9);
    const b = randomMatrix(n, "b").slice(0, n);
    const x = solve(factor, n, b);
    const back = b.map((_, i) => x.reduce((sum, value, k) => sum + value * (a[i * n + k] ?? 0), 0));
    expect(farthest(back, b)).toBeLessThan(1e-9);
    const diagonal = b.map((_, i) => inverse[i * (n + 1)] ?? 0);
    expect(farthest(inverseDiagonal(factor, n), diagonal)).toBeLessThan(1e-9);
  });

  it("makes the sandwich A B A", () => {
    const [a, b] = [positive(6, "bread"), positive(6, "filling")];
    expect(farthest(sandwiched(a, b, 6), product(product(a, b, 6), a, 6))).toBeLessThan(1e-9);
  });

  it.each([
    ["indefinite", [1, 2, 2, 1]],
    ["singular", [1, 1, 1, 1]],
    ["not a number", [Number.NaN, 0, 0, 1]],
    ["infinite", [Number.POSITIVE_INFINITY, 0, 0, 1]],
  ])("refuses a matrix that is %s", (_, cells) => {
    expect(factorise(Float64Array.from(cells), 2)).toBe(false);
  });
});
