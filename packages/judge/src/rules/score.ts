import { competitionRanks } from "./ranks.ts";

/**
 * The rule `score`: the output with the higher score wins, equal scores tie.
 *
 * @param scores one finite number per output, in the order shown
 * @returns competition ranks in the same order, 1 = best
 * @throws RangeError when a score is NaN or infinite
 */
export function judgeByScore(scores: readonly number[]): number[] {
  const bad = scores.findIndex((score) => !Number.isFinite(score));
  if (bad >= 0) throw new RangeError(`The score of output ${bad + 1} is not a finite number`);
  return competitionRanks(scores);
}
