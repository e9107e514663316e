import { shuffledIndices } from "./shuffle.ts";

/** Who gets which seed: drawn by lot, by rating (best first), or in the order of the list of entrants. */
export type Seeding = "random" | "rating" | "listed";

/**
 * Seeds in the standard order of the slots of a knock-out of `size` (a power of two), from 1: the two
 * best can only meet in the final, the four best only in the semi-finals, and so on.
 * `slotOrder(8)` is 1, 8, 4, 5, 2, 7, 3, 6.
 */
export function slotOrder(size: number): number[] {
  let order = [1];
  while (order.length < size) {
    const sum = order.length * 2 + 1;
    order = order.flatMap((seed) => [seed, sum - seed]);
  }
  return order;
}

/** The smallest power of two that holds `entrants`. */
export function bracketSize(entrants: number): number {
  return 2 ** Math.ceil(Math.log2(entrants));
}

/** Entrants by seed, best first. Equal ratings are ordered by lot; without ratings all of them are. */
export function seats(
  entrants: number,
  seeding: Seeding | null,
  seed: string | number,
  ratings: readonly number[] | undefined,
): number[] {
  if (seeding === "listed") return Array.from({ length: entrants }, (_, index) => index);
  const drawn = shuffledIndices(entrants, `${seed}/seeds`);
  if (seeding === "random" || ratings === undefined) return drawn;
  return drawn.sort((a, b) => (ratings[b] ?? 0) - (ratings[a] ?? 0));
}
