import { at, intAt, itemAt } from "./cells.ts";
import { type Connection, connectionOf } from "./graph.ts";
import type { PairCounts } from "./pair-counts.ts";

/** The met pairs i < j of n models (own indices 0..n-1) and how often each ended how. */
export interface PairTable {
  readonly n: number;
  readonly i: Int32Array;
  readonly j: Int32Array;
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  readonly ties: Float64Array;
}

/** The table of the listed models; pairs that never met are left out. */
export function tableOf(counts: PairCounts, models: readonly number[]): PairTable {
  const { size } = counts;
  const n = models.length;
  const most = (n * (n - 1)) / 2;
  const [i, j] = [new Int32Array(most), new Int32Array(most)];
  const [wins, losses, ties] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  let met = 0;
  for (let row = 0; row < n; row++) {
    const a = itemAt(models, row);
    for (let column = row + 1; column < n; column++) {
      const b = itemAt(models, column);
      i[met] = row;
      j[met] = column;
      wins[met] = at(counts.wins, a * size + b);
      losses[met] = at(counts.wins, b * size + a);
      ties[met] = at(counts.ties, a * size + b);
      if (at(wins, met) + at(losses, met) + at(ties, met) > 0) met++;
    }
  }
  return {
    n,
    i: i.subarray(0, met),
    j: j.subarray(0, met),
    wins: wins.subarray(0, met),
    losses: losses.subarray(0, met),
    ties: ties.subarray(0, met),
  };
}

/** How the battles connect the models of a table; a tie links both ways, or not at all. */
export function tableConnection(table: PairTable, tiesLink = true): Connection {
  const edges: number[][] = Array.from({ length: table.n }, () => []);
  for (const [pair, i] of table.i.entries()) {
    const j = intAt(table.j, pair);
    const tied = tiesLink && at(table.ties, pair) > 0;
    if (tied || at(table.wins, pair) > 0) edges[i]?.push(j);
    if (tied || at(table.losses, pair) > 0) edges[j]?.push(i);
  }
  return connectionOf(edges);
}
