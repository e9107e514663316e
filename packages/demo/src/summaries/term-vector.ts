/** A sparse vector: the weight of each term that has one. */
export type TermVector = ReadonlyMap<string, number>;

/** How often each term occurs. */
export function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Inverse sentence frequency, ln(N / n): a term found in every sentence weighs nothing. */
export function inverseFrequencies(sentences: readonly (readonly string[])[]): Map<string, number> {
  const holding = countsOf(sentences.flatMap((terms) => [...new Set(terms)]));
  return new Map([...holding].map(([term, n]) => [term, Math.log(sentences.length / n)]));
}

/** The term frequencies of a sentence, each multiplied by its weight. */
export function weighted(terms: readonly string[], weights: TermVector): Map<string, number> {
  return new Map([...countsOf(terms)].map(([term, n]) => [term, n * (weights.get(term) ?? 0)]));
}

/** The inner product of two vectors. */
export function dot(a: TermVector, b: TermVector): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

/** The cosine of the angle between two vectors; 0 where either is empty. */
export function cosine(a: TermVector, b: TermVector): number {
  const norm = Math.sqrt(dot(a, a) * dot(b, b));
  return norm === 0 ? 0 : dot(a, b) / norm;
}
