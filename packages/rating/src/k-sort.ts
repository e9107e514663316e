// The update of K-Sort Arena (Z. Li et al., 2024, arXiv 2408.14468): every model is N(mu, sigma^2), a
// ballot is its pairs, all from the beliefs before it. As printed, sigma^2 can turn negative when many
// pairs shrink it at once: its factor stops at 0.05 here. A tie is the mean of a win and a defeat.

import { type Ballot, forEachPair, weightOf } from "./ballot.ts";
import { add, at } from "./cells.ts";
import { inverseMills } from "./normal.ts";

/** A model's strength as a normal distribution, on the usual scale of mean 25 and spread 25/3. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
}

export const BELIEF_START: Belief = { mean: 25, sd: 25 / 3 };
/** Spread of one performance around the strength. */
export const BELIEF_BETA = 25 / 6;
const SMALLEST_FACTOR = 0.05;

interface Shift {
  readonly mean: number;
  readonly shrink: number;
}

/** Truncated-normal corrections for a win (t of the winner), and their mean over both ends for a tie. */
function shift(t: number, tied: boolean): Shift {
  const v = inverseMills(t);
  if (!tied) return { mean: v, shrink: v * (v + t) };
  const u = inverseMills(-t);
  return { mean: (v - u) / 2, shrink: (v * (v + t) + u * (u - t)) / 2 };
}

/** Beliefs after checked ballots in their order, from `before` or the usual start. The order matters. */
export function kSortBeliefs(size: number, ballots: Iterable<Ballot>, before?: readonly Belief[]): Belief[] {
  const beliefs = before ?? Array<Belief>(size).fill(BELIEF_START);
  const mean = Float64Array.from(beliefs, (belief) => belief.mean);
  const variance = Float64Array.from(beliefs, (belief) => belief.sd ** 2);
  const move = new Float64Array(size);
  const shrink = new Float64Array(size);
  for (const ballot of ballots) {
    forEachPair(ballot, (a, b, tied) => {
      const c = Math.sqrt(2 * BELIEF_BETA ** 2 + at(variance, a) + at(variance, b));
      const by = shift((at(mean, a) - at(mean, b)) / c, tied);
      const weight = weightOf(ballot);
      add(move, a, (weight * at(variance, a) * by.mean) / c);
      add(move, b, (-weight * at(variance, b) * by.mean) / c);
      for (const model of [a, b]) add(shrink, model, (weight * at(variance, model) * by.shrink) / (c * c));
    });
    for (const model of ballot.models) {
      add(mean, model, at(move, model));
      variance[model] = at(variance, model) * Math.max(SMALLEST_FACTOR, 1 - at(shrink, model));
      move[model] = 0;
      shrink[model] = 0;
    }
  }
  return Array.from(mean, (value, model) => ({ mean: value, sd: Math.sqrt(at(variance, model)) }));
}

/** Nats per unit of such a mean: P(win) = Phi(d / (sqrt(2) beta)), and logistic(1.702 x) is close to Phi(x). */
export const NATS_PER_BELIEF = 1.702 / (Math.SQRT2 * BELIEF_BETA);
