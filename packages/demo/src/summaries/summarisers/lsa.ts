import { itemAt } from "../../item-at.ts";
import { bestScores } from "../best-scores.ts";
import type { Summariser } from "../reading.ts";
import { countsOf, dot } from "../term-vector.ts";

/*
 * Latent semantic analysis (Gong & Liu, SIGIR 2001) with the ranking of Steinberger & Jezek ("Using Latent
 * Semantic Analysis in Text Summarization and Summary Evaluation", ISIM 2004): a sentence scores the length
 * of its vector in the space of the strongest topics. The right singular vectors come from the sentence by
 * sentence Gram matrix, whose eigenvalues are the squared singular values.
 */

/** Topics count down to half of the highest singular value, a quarter of the highest eigenvalue. */
const weakestShare = 0.25;
const rounds = 200;

/** Keeps the sentences that say most about the strongest topics. */
export const lsa: Summariser = (reading, count) => {
  const vectors = reading.terms.map(countsOf);
  const topics = strongestTopics(vectors.map((a) => vectors.map((b) => dot(a, b))));
  const scores = vectors.map((_, i) =>
    topics.reduce((sum, { value, vector }) => sum + value * itemAt(vector, i) ** 2, 0),
  );
  return bestScores(scores, count);
};

interface Topic {
  value: number;
  vector: number[];
}

/** The leading eigenpairs of a symmetric matrix with no negative eigenvalue, by power iteration and deflation. */
export function strongestTopics(gram: readonly (readonly number[])[]): Topic[] {
  const topics: Topic[] = [];
  let rest = gram;
  while (topics.length < gram.length) {
    const topic = leadingTopic(rest);
    if (topic.value <= 0 || topic.value < weakestShare * (topics[0]?.value ?? 0)) break;
    topics.push(topic);
    rest = deflated(rest, topic);
  }
  return topics;
}

function leadingTopic(matrix: readonly (readonly number[])[]): Topic {
  // A start with no two equal entries is not orthogonal to the leading vector of any matrix met here.
  let topic = unit(matrix.map((_, i) => 1 + 1 / (i + 2)));
  for (let round = 0; round < rounds; round++) topic = unit(times(matrix, topic.vector));
  return topic;
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * itemAt(vector, j), 0));
}

function unit(vector: readonly number[]): Topic {
  const value = Math.hypot(...vector);
  return { value, vector: vector.map((x) => (value === 0 ? 0 : x / value)) };
}

function deflated(matrix: readonly (readonly number[])[], { value, vector }: Topic): number[][] {
  return matrix.map((row, i) => row.map((x, j) => x - value * itemAt(vector, i) * itemAt(vector, j)));
}
