import { itemAt } from "../item-at.ts";

/** The positions of the `count` highest scores, best first; of equal scores the earlier position wins. */
export function bestScores(scores: readonly number[], count: number): number[] {
  return [...scores.keys()].sort((a, b) => itemAt(scores, b) - itemAt(scores, a) || a - b).slice(0, count);
}

/** Builds a choice one position at a time: each round takes the highest value given what is already chosen. */
export function chooseGreedily(
  length: number,
  count: number,
  worthOf: (candidate: number, chosen: readonly number[]) => number,
): number[] {
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, length)) {
    const values = Array.from({ length }, (_, i) => (chosen.includes(i) ? -Infinity : worthOf(i, chosen)));
    chosen.push(...bestScores(values, 1));
  }
  return chosen;
}
