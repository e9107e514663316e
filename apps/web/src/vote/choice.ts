import type { Cast } from "@agon/contract";

/** What a voter says about a battle; with the ballot's token it is a cast. */
export type Choice =
  | { readonly outcome: "a" | "b" | "tie" | "both_bad" }
  | { readonly ranks: number[] }
  | { readonly best: number }
  | { readonly skip: true };

export const castOf = (choice: Choice, token: string): Cast => ({ ...choice, token });

export const isSkip = (choice: Choice): boolean => "skip" in choice;

/** The name of a slot on the page: 0 = A. */
export const letterOf = (slot: number): string => String.fromCharCode(65 + slot);

/** Slots the voter put first; empty for a tie, both bad and skip. */
export function chosenSlots(choice: Choice): readonly number[] {
  if ("best" in choice) return [choice.best];
  if ("outcome" in choice) return choice.outcome === "a" ? [0] : choice.outcome === "b" ? [1] : [];
  if ("ranks" in choice) {
    const top = choice.ranks.flatMap((rank, slot) => (rank === 1 ? [slot] : []));
    return top.length === choice.ranks.length ? [] : top;
  }
  return [];
}

/** The rank a voter gave a slot of an order, or null where the vote was not an order. */
export const rankGiven = (choice: Choice, slot: number): number | null =>
  "ranks" in choice ? (choice.ranks[slot] ?? null) : null;
