import type { PairCounts } from "../pair-counts.ts";
import { winRates } from "./von-neumann.ts";

export interface CyclicTriads {
  /** Triples all of whose pairs met and none of which is even. */
  readonly triads: number;
  readonly cyclic: number;
  /** Share of cyclic ones; 1/4 is what coin flips give; null without a triple. */
  readonly share: number | null;
  /** The cyclic triples, each beating the next and the last the first. */
  readonly cycles: readonly (readonly [number, number, number])[];
}

/** M. Kendall & B. Babington Smith's circular triads (1940) of the majorities in a win matrix. */
export function cyclicTriads(counts: PairCounts): CyclicTriads {
  const n = counts.size;
  const rates = winRates(counts);
  const side = (i: number, j: number): number => Math.sign((rates[i * n + j] ?? 0.5) - 0.5);
  const cycles: [number, number, number][] = [];
  let triads = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      for (let k = j + 1; side(i, j) !== 0 && k < n; k++) {
        const [ij, jk, ki] = [side(i, j), side(j, k), side(k, i)];
        if (jk === 0 || ki === 0) continue;
        triads++;
        if (ij === jk && jk === ki) cycles.push(ij > 0 ? [i, j, k] : [i, k, j]);
      }
    }
  }
  return { triads, cyclic: cycles.length, share: triads === 0 ? null : cycles.length / triads, cycles };
}
