import { chooseGreedily } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { countsOf, type TermVector } from "../term-vector.ts";

/*
 * KL-Sum (Haghighi & Vanderwende, "Exploring Content Models for Multi-Document Summarization", NAACL
 * 2009): add the sentence after which the words of the summary are spread most like those of the passage.
 */

/** Added to every count of the summary, so that a word it lacks costs much but not infinitely much. */
const smoothing = 0.01;

/** Keeps the sentences that bring KL(passage || summary) lowest, one at a time. */
export const klSum: Summariser = (reading, count) => {
  const passage = countsOf(reading.terms.flat());
  return chooseGreedily(reading.terms.length, count, (candidate, chosen) => {
    const summary = countsOf([...chosen, candidate].flatMap((i) => reading.terms[i] ?? []));
    return -divergence(passage, summary);
  });
};

/** KL(P || Q) in nats, P the shares of `passage`, Q the smoothed shares of `summary` over the same words. */
export function divergence(passage: TermVector, summary: TermVector): number {
  const total = sum(passage.values());
  const mass = sum(summary.values()) + smoothing * passage.size;
  return sum(
    [...passage].map(([term, n]) => {
      const p = n / total;
      return p * Math.log((p * mass) / ((summary.get(term) ?? 0) + smoothing));
    }),
  );
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
}
