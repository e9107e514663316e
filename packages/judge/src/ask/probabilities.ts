import type { TokenProbability } from "../chat/chat.ts";

/**
 * Probabilities of the numbers 1..`count` from those of the first token, made to sum to 1; null when none of them is
 * among the likeliest tokens or the provider offers none.
 */
export function labelProbabilities(
  tokens: readonly TokenProbability[] | null,
  count: number,
): number[] | null {
  if (tokens === null) return null;
  const weights = Array.from({ length: count }, (_, at) =>
    tokens
      .filter(({ token }) => token.trim() === String(at + 1))
      .reduce((sum, { logprob }) => sum + Math.exp(logprob), 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : null;
}
