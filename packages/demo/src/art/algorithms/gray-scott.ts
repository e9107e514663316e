import { itemAt } from "../../item-at.ts";

/*
 * The Gray-Scott reaction (Pearson, "Complex Patterns in a Simple System", Science 261, 1993): U is fed, V
 * eats U and is taken away, both spread. Euler steps of length 1 on a torus.
 */

/** The rates of one row of the sheet, per step. */
export interface Rates {
  feed: number;
  kill: number;
}

const spreadU = 0.13;
const spreadV = 0.065;

/**
 * Runs the reaction on a square of size x size cells, row by row, from `start`, the amount of V, with U at 1
 * everywhere. Returns V after the rounds. The outermost cells repeat those of the opposite side.
 */
export function react(start: Float64Array, rates: readonly Rates[], rounds: number): Float64Array {
  const size = rates.length;
  let [u, v] = [new Float64Array(start.length).fill(1), start.slice()];
  joinEdges(v, size);
  let [nextU, nextV] = [u.slice(), v.slice()];
  for (let round = 0; round < rounds; round++) {
    for (let y = 1; y < size - 1; y++) stepRow(y, size, itemAt(rates, y), u, v, nextU, nextV);
    joinEdges(nextU, size);
    joinEdges(nextV, size);
    [u, nextU, v, nextV] = [nextU, u, nextV, v];
  }
  return v;
}

/** Writes one row of the next step; in place, and without checked reads, for speed. */
function stepRow(
  y: number,
  size: number,
  { feed, kill }: Rates,
  u: Float64Array,
  v: Float64Array,
  nextU: Float64Array,
  nextV: Float64Array,
): void {
  for (let i = y * size + 1; i < (y + 1) * size - 1; i++) {
    const [a, b] = [u[i] ?? 0, v[i] ?? 0];
    const eaten = a * b * b;
    nextU[i] = a + spreadU * laplacian(u, i, size, a) - eaten + feed * (1 - a);
    nextV[i] = b + spreadV * laplacian(v, i, size, b) + eaten - (feed + kill) * b;
  }
}

function laplacian(values: Float64Array, i: number, size: number, here: number): number {
  const sides = (values[i - 1] ?? 0) + (values[i + 1] ?? 0);
  return sides + (values[i - size] ?? 0) + (values[i + size] ?? 0) - 4 * here;
}

function joinEdges(values: Float64Array, size: number): void {
  const last = size - 1;
  for (let i = 0; i < size; i++) {
    values[i] = values[(last - 1) * size + i] ?? 0;
    values[last * size + i] = values[size + i] ?? 0;
  }
  for (let i = 0; i < size; i++) {
    values[i * size] = values[i * size + last - 1] ?? 0;
    values[i * size + last] = values[i * size + 1] ?? 0;
  }
}
