import { RatingError } from "../error.ts";

export type Preference =
  | "much-better"
  | "slightly-better"
  | "tie"
  | "slightly-worse"
  | "much-worse"
  | "skipped";

/** One item: how the model's output compares with the baseline's, and their lengths in characters. */
export interface RewardItem {
  readonly preference: Preference;
  readonly lengthChars?: number;
  readonly baselineLengthChars?: number;
}

const REWARD: Readonly<Record<Preference, number>> = {
  "much-better": 1,
  "slightly-better": 0.5,
  tie: 0,
  "slightly-worse": -0.5,
  "much-worse": -1,
  skipped: 0,
};

/** A slight preference for an output that is more than `marginChars` longer counts as a tie. */
function isOnlyLength(item: RewardItem, marginChars: number): boolean {
  const longer = (item.lengthChars ?? 0) - (item.baselineLengthChars ?? 0);
  if (item.preference === "slightly-better") return longer > marginChars;
  return item.preference === "slightly-worse" && -longer > marginChars;
}

/**
 * Mean reward in [-1, 1] of WildBench (B. Y. Lin et al., 2024) with its length margin (default: none).
 * Skipped items stay in the denominator; no item gives null. Throws `bad-option` for a margin that is
 * negative or NaN.
 */
export function wildBenchReward(
  items: readonly RewardItem[],
  marginChars = Number.POSITIVE_INFINITY,
): number | null {
  if (!(marginChars >= 0)) throw new RatingError("bad-option", "a length margin is not negative");
  if (items.length === 0) return null;
  const rewards = items.map((item) => (isOnlyLength(item, marginChars) ? 0 : REWARD[item.preference]));
  return rewards.reduce((sum, reward) => sum + reward, 0) / items.length;
}
