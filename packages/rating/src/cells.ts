// Narrowing reads for numeric loops that stay in bounds by construction. There is one per kind of
// array: sharing one would make the engine see several shapes at a site and run the loops slower.

export const at = (cells: Float64Array, index: number): number => cells[index] as number;

export const intAt = (cells: Int32Array, index: number): number => cells[index] as number;

export const itemAt = <T>(items: readonly T[], index: number): T => items[index] as T;

/** `cells[index] += amount`; mutates `cells`. */
export const add = (cells: Float64Array, index: number, amount: number): void => {
  cells[index] = (cells[index] as number) + amount;
};

/**
 * Inner product of `length` cells of `a` from `i` and of `b` from `j`. Four running sums, because one
 * alone would wait for each addition before it starts the next.
 */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += (a[i + k] as number) * (b[j + k] as number);
    s1 += (a[i + k + 1] as number) * (b[j + k + 1] as number);
    s2 += (a[i + k + 2] as number) * (b[j + k + 2] as number);
    s3 += (a[i + k + 3] as number) * (b[j + k + 3] as number);
  }
  for (; k < length; k++) s0 += (a[i + k] as number) * (b[j + k] as number);
  return s0 + s1 + (s2 + s3);
}

/** Adds `scale` times `length` cells of `from` (from `i`) to the cells of `to` (from `j`); mutates `to`. */
export function addScaled(
  to: Float64Array,
  j: number,
  from: Float64Array,
  i: number,
  length: number,
  scale: number,
): void {
  for (let k = 0; k < length; k++) {
    to[j + k] = (to[j + k] as number) + scale * (from[i + k] as number);
  }
}
