import { bestScores } from "../best-scores.ts";
import { pageRank } from "../page-rank.ts";
import type { Summariser } from "../reading.ts";
import { cosine, inverseFrequencies, weighted } from "../term-vector.ts";

/*
 * Continuous LexRank (Erkan & Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
 * Summarization", JAIR 22, 2004): a walk between sentences, as likely as their tf-idf cosine, ranks them. The
 * paper's threshold of 0.1 leaves hardly an edge between a dozen sentences, so the cosines are the weights.
 */

const damping = 0.85;

/** Keeps the sentences most central to the passage. */
export const lexRank: Summariser = (reading, count) => {
  const weights = inverseFrequencies(reading.terms);
  const vectors = reading.terms.map((terms) => weighted(terms, weights));
  const edges = vectors.map((a) => vectors.map((b) => cosine(a, b)));
  return bestScores(pageRank(edges, damping), count);
};
