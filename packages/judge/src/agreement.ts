// How good a judge is that was asked in both orders, beside people.

/** A duel with people's label and the judge's two decisions, all told about the same first output. */
export interface LabelledDuel {
  readonly people: "a" | "b" | "tie";
  readonly inOrder: "a" | "b" | "tie" | null;
  readonly swapped: "a" | "b" | "tie" | null;
}

export interface JudgeQuality {
  readonly duels: number;
  /** Share where both orders give people's label. */
  readonly agreement: number | null;
  /** Share where the swap changes nothing. */
  readonly consistency: number | null;
}

/**
 * Agreement and consistency as J. Li et al. count them ("Generative Judge for Evaluating Alignment", Auto-J, 2023):
 * an answer that cannot be read (null) is neither.
 */
export function judgeQuality(duels: readonly LabelledDuel[]): JudgeQuality {
  const steady = duels.filter(({ inOrder, swapped }) => inOrder !== null && inOrder === swapped);
  const agreed = steady.filter(({ people, inOrder }) => people === inOrder);
  const share = (count: number) => (duels.length === 0 ? null : count / duels.length);
  return { duels: duels.length, agreement: share(agreed.length), consistency: share(steady.length) };
}
