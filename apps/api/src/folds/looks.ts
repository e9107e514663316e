// What a language model answered when it saw a duel, packed into a number.
import type { VerdictEvent } from "@agon/arena";

/** Who won, told by model whatever the slots: `a` is the first of the verdict's models. */
type LookWinner = "a" | "b" | "tie";

export interface LooksBothWays {
  /** Null where it was not asked in this order. */
  readonly inOrder: LookWinner | null;
  readonly swapped: LookWinner | null;
}

const winners: readonly (LookWinner | null)[] = [null, "a", "b", "tie"];

type Look = NonNullable<VerdictEvent["looks"]>[number];

function winnerOf({ order, ranks }: Look): LookWinner | null {
  const [first, second] = ranks ?? [];
  if (first === undefined || second === undefined) return null;
  if (first === second) return "tie";
  return order[first < second ? 0 : 1] === 0 ? "a" : "b";
}

/** The first answer in each order; 0 for what is no duel of one language model. */
export function codeOfLooks({ judge, models, looks = [] }: VerdictEvent): number {
  if (judge.kind !== "llm" || models.length !== 2) return 0;
  const [inOrder, swapped] = [0, 1].map((first) => {
    const look = looks.find(({ order }) => order[0] === first);
    return look === undefined ? 0 : winners.indexOf(winnerOf(look));
  });
  return (inOrder ?? 0) + winners.length * (swapped ?? 0);
}

export const looksOfCode = (code: number): LooksBothWays | null =>
  code === 0
    ? null
    : {
        inOrder: winners[code % winners.length] ?? null,
        swapped: winners[Math.floor(code / winners.length)] ?? null,
      };
