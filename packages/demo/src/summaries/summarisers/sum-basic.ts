import { bestScores } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { countsOf } from "../term-vector.ts";

/*
 * SumBasic (Nenkova & Vanderwende, "The Impact of Frequency on Summarization", MSR-TR-2005-101): take the
 * best sentence that holds the likeliest word, then square the probability of each word it used, so that
 * what has been said counts less.
 */

/** Keeps sentences of frequent words and moves on to the next subject after each. */
export const sumBasic: Summariser = (reading, count) => {
  const total = reading.terms.flat().length;
  const likelihood = new Map([...countsOf(reading.terms.flat())].map(([term, n]) => [term, n / total]));
  const left = new Set(reading.sentences.keys());
  const chosen: number[] = [];
  while (chosen.length < count && left.size > 0) {
    const next = bestHolding(reading.terms, left, likelihood);
    left.delete(next);
    chosen.push(next);
    for (const term of new Set(reading.terms[next])) likelihood.set(term, (likelihood.get(term) ?? 0) ** 2);
  }
  return chosen;
};

function bestHolding(
  sentences: readonly (readonly string[])[],
  left: ReadonlySet<number>,
  likelihood: ReadonlyMap<string, number>,
): number {
  const of = (term: string) => likelihood.get(term) ?? 0;
  const top = Math.max(...[...left].flatMap((i) => (sentences[i] ?? []).map(of)));
  const scores = sentences.map((terms, i) => {
    if (!left.has(i)) return -Infinity;
    const mean = terms.reduce((sum, term) => sum + of(term), 0) / Math.max(1, terms.length);
    // Any sentence with the likeliest word goes before every sentence without it: a mean is at most 1.
    return terms.some((term) => of(term) === top) ? 1 + mean : mean;
  });
  return bestScores(scores, 1)[0] ?? 0;
}
