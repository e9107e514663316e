import { itemAt } from "../../item-at.ts";
import { chooseGreedily } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { cosine, countsOf } from "../term-vector.ts";

/*
 * Maximal marginal relevance (Carbonell & Goldstein, "The Use of MMR, Diversity-Based Reranking for
 * Reordering Documents and Producing Summaries", SIGIR 1998), with the passage itself as the query.
 */

/** 1 asks only for likeness to the passage, 0 only for unlikeness to what is already chosen. */
const relevance = 0.7;

/** Keeps sentences that are like the passage and unlike each other. */
export const mmr: Summariser = (reading, count) => {
  const passage = countsOf(reading.terms.flat());
  const vectors = reading.terms.map(countsOf);
  return chooseGreedily(vectors.length, count, (candidate, chosen) => {
    const vector = itemAt(vectors, candidate);
    const repeats = chosen.map((i) => cosine(vector, itemAt(vectors, i)));
    return relevance * cosine(vector, passage) - (1 - relevance) * Math.max(0, ...repeats);
  });
};
