import { at } from "./cells.ts";

/** Half-width of a 95 % interval in standard deviations. */
export const Z95 = 1.959963984540054;

/** Differences below this many rating points are rounding, not order. */
const ROUNDING = 1e-7;

export interface RankRange {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Ranks that the intervals leave open: lower = 1 + the number of models that lie wholly above,
 * upper = N - the number that lie wholly below. O(N log N) by two sorted lists.
 */
export function rankRanges(lower: readonly number[], upper: readonly number[]): RankRange[] {
  const lowers = Float64Array.from(lower).sort();
  const uppers = Float64Array.from(upper).sort();
  return lower.map((low, i) => ({
    lower: 1 + lowers.length - countBelow(lowers, (upper[i] ?? low) + ROUNDING),
    upper: uppers.length - countBelow(uppers, low - ROUNDING),
  }));
}

/** How many cells of a sorted array are at most `bound`. */
function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The value below which a share `share` of the sorted cells lies, interpolated between neighbours. */
export function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, sorted.length - 1));
  return low + (place - below) * (high - low);
}
