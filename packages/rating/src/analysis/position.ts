import { itemAt } from "../cells.ts";
import { RatingError } from "../error.ts";
import { Z95 } from "../interval.ts";
import { normalCdf } from "../normal.ts";

export interface PositionBias {
  readonly decided: number;
  /** Share of decided duels that the first slot won; .5 is fair; null without one. */
  readonly firstShare: number | null;
  /** E. B. Wilson's 95 % interval (1927). */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two-sided p-value of "the slot does not matter". */
  readonly p: number | null;
}

/** Position bias of duels from their ranks as shown (`ranks[0]` is the first slot's). */
export function positionBias(shown: Iterable<readonly number[]>): PositionBias {
  let [first, decided] = [0, 0];
  for (const ranks of shown) {
    if (ranks.length !== 2) throw new RatingError("not-a-duel", "position bias is counted in duels");
    if (itemAt(ranks, 0) === itemAt(ranks, 1)) continue;
    decided++;
    if (itemAt(ranks, 0) < itemAt(ranks, 1)) first++;
  }
  if (decided === 0) return { decided, firstShare: null, lower: null, upper: null, p: null };
  const share = first / decided;
  const spread = Z95 ** 2 / decided;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / decided + spread / (4 * decided));
  const z = Math.abs(share - 0.5) * 2 * Math.sqrt(decided);
  return { decided, firstShare: share, lower: middle - half, upper: middle + half, p: 2 * normalCdf(-z) };
}

export interface SlotRanks {
  /** Mean rank that each slot got. */
  readonly mean: number[];
  /** What a slot without influence would get. */
  readonly fair: number;
  /** p-value of "the slot does not matter" by M. Friedman's test (1937), without a correction for ties; null without a battle. */
  readonly p: number | null;
}

/** Ranks of the slots in K-wise battles, from the ranks as shown. */
export function slotRanks(shown: readonly (readonly number[])[]): SlotRanks {
  const k = shown[0]?.length ?? 0;
  const sums = Array<number>(k).fill(0);
  for (const ranks of shown) {
    if (ranks.length !== k)
      throw new RatingError("bad-ballot", "all battles must show the same number of models");
    for (const [slot, rank] of ranks.entries()) {
      const better = ranks.filter((other) => other < rank).length;
      const tied = ranks.filter((other) => other === rank).length;
      sums[slot] = itemAt(sums, slot) + better + (tied + 1) / 2;
    }
  }
  const mean = sums.map((sum) => sum / shown.length);
  const fair = (k + 1) / 2;
  const spread = mean.reduce((sum, value) => sum + (value - fair) ** 2, 0);
  const p = k < 2 ? null : chiSquareTail((12 * shown.length * spread) / (k * (k + 1)), k - 1);
  return { mean, fair, p };
}

/** P(chi-square > x) by E. Wilson & M. Hilferty's cube root (1931): to about .005. */
function chiSquareTail(x: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return normalCdf(-(Math.cbrt(x / freedom) - 1 + spread) / Math.sqrt(spread));
}

/** A duel judged in both orders: who won, told as model a or b whatever the slots. */
export interface SwappedDuel {
  readonly inOrder: "a" | "b" | "tie";
  readonly swapped: "a" | "b" | "tie";
}

export interface SwapConsistency {
  readonly duels: number;
  readonly consistent: number;
  /** The first slot won both times (a in order, b when swapped). */
  readonly firstTwice: number;
  readonly secondTwice: number;
  readonly share: number | null;
}

/** How often a judge stands by its verdict when the outputs change places (a shown first in order). */
export function swapConsistency(duels: readonly SwappedDuel[]): SwapConsistency {
  const count = (test: (duel: SwappedDuel) => boolean): number => duels.filter(test).length;
  const consistent = count(({ inOrder, swapped }) => inOrder === swapped);
  return {
    duels: duels.length,
    consistent,
    firstTwice: count(({ inOrder, swapped }) => inOrder === "a" && swapped === "b"),
    secondTwice: count(({ inOrder, swapped }) => inOrder === "b" && swapped === "a"),
    share: duels.length === 0 ? null : consistent / duels.length,
  };
}
