import { normalCdf } from "./normal.ts";

/** Nats in one probit unit: logistic(1.7 x) is close to Phi(x). */
export const NATS_PER_PROBIT = 1.7;

const C2 = (Math.PI * Math.LN2) / 2;

function binaryEntropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p));
}

/**
 * Bits that a duel is expected to tell about the difference of two models that is N(d, v) in probit
 * units: entropy of the verdict minus its mean entropy once the difference is known (the closed form of
 * N. Houlsby et al., "Bayesian active learning for classification and preference learning", 2011).
 */
export function pairInformation(d: number, v: number): number {
  const total = binaryEntropy(normalCdf(d / Math.sqrt(1 + v)));
  const noise = Math.sqrt(C2 / (v + C2)) * Math.exp(-(d * d) / (2 * (v + C2)));
  return Math.max(0, total - noise);
}
