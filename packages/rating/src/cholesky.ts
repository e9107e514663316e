import { addScaled, at, dot } from "./cells.ts";

// Dense symmetric algebra, row-major, lower triangles. Every inner loop runs along rows.

/**
 * Replaces the lower triangle of the n x n matrix `a` by its Cholesky factor; mutates `a`.
 * Returns false (and leaves `a` half done) when `a` is not positive definite.
 */
export function factorise(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) {
      a[row + j] = (at(a, row + j) - dot(a, row, a, j * n, j)) / at(a, j * n + j);
    }
    const pivot = at(a, row + i) - dot(a, row, a, row, i);
    // The negation also refuses NaN.
    if (!(pivot > 0) || pivot === Number.POSITIVE_INFINITY) return false;
    a[row + i] = Math.sqrt(pivot);
  }
  return true;
}

/** Solves L L' x = b for a factor L; returns x. */
export function solve(factor: Float64Array, n: number, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < n; i++) x[i] = (at(x, i) - dot(factor, i * n, x, 0, i)) / at(factor, i * n + i);
  for (let i = n - 1; i >= 0; i--) {
    const value = at(x, i) / at(factor, i * n + i);
    x[i] = value;
    addScaled(x, 0, factor, i * n, i, -value);
  }
  return x;
}

function invertLower(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const scale = 1 / at(factor, row + i);
    for (let k = 0; k < i; k++) {
      addScaled(inverse, row, inverse, k * n, k + 1, -at(factor, row + k) * scale);
    }
    inverse[row + i] = scale;
  }
  return inverse;
}

/** (L L')^-1 as a full symmetric matrix. */
export function invert(factor: Float64Array, n: number): Float64Array {
  const lower = invertLower(factor, n);
  const result = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) addScaled(result, i * n, lower, k * n, i + 1, at(lower, k * n + i));
  }
  mirror(result, n);
  return result;
}

/** The diagonal of (L L')^-1, at a third of the price of the whole. */
export function inverseDiagonal(factor: Float64Array, n: number): Float64Array {
  const lower = invertLower(factor, n);
  const result = new Float64Array(n);
  for (let cell = 0; cell < n * n; cell++) {
    result[cell % n] = at(result, cell % n) + at(lower, cell) ** 2;
  }
  return result;
}

/** Copies the lower triangle into the upper one; mutates `a`. */
export function mirror(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) a[j * n + i] = at(a, i * n + j);
}

/** A B A for symmetric n x n matrices A and B: the shape of every sandwich. */
export function sandwiched(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const half = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) addScaled(half, i * n, b, k * n, n, at(a, i * n + k));
  }
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) result[i * n + j] = dot(half, i * n, a, j * n, n);
  }
  mirror(result, n);
  return result;
}
