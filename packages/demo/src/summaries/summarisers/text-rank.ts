import { bestScores } from "../best-scores.ts";
import { pageRank } from "../page-rank.ts";
import type { Summariser } from "../reading.ts";

/*
 * TextRank (Mihalcea & Tarau, "TextRank: Bringing Order into Texts", EMNLP 2004): sentences vote for the
 * sentences they share words with, and a vote of a sentence that has many votes counts more.
 */

const damping = 0.85;

/** Keeps the sentences with the highest rank in the graph of shared words. */
export const textRank: Summariser = (reading, count) => {
  const edges = reading.terms.map((a, i) => reading.terms.map((b, j) => (i === j ? 0 : similarity(a, b))));
  return bestScores(pageRank(edges, damping), count);
};

/** Shared words over the sum of the logarithms of the lengths, which keeps long sentences from winning by length. */
export function similarity(a: readonly string[], b: readonly string[]): number {
  const other = new Set(b);
  const shared = [...new Set(a)].filter((term) => other.has(term)).length;
  const scale = Math.log(a.length) + Math.log(b.length);
  return shared === 0 || scale <= 0 ? 0 : shared / scale;
}
