import { itemAt } from "./cells.ts";
import { RatingError } from "./error.ts";

/**
 * One judgement: a weak order over the models shown. `ranks[i]` belongs to `models[i]`; lower is
 * better, equal is a tie. `firstOnly`: only who is best is known (Best mode). `weight` (default 1)
 * multiplies the ballot's log-likelihood; `cluster` names the independent unit (voter, prompt).
 */
export interface Ballot {
  readonly models: readonly number[];
  readonly ranks: readonly number[];
  readonly firstOnly?: boolean;
  readonly weight?: number;
  readonly cluster?: number;
}

const MAX_MODELS = 10_000;

/** Refuses with `bad-size` what cannot be a number of models. */
export function checkSize(size: number): void {
  if (!Number.isInteger(size) || size < 0 || size > MAX_MODELS) {
    throw new RatingError("bad-size", `the number of models must be 0..${MAX_MODELS}, not ${size}`);
  }
}

export const weightOf = (ballot: Ballot): number => ballot.weight ?? 1;

/** Refuses with `bad-ballot` or `bad-weight` what is not a weak order over distinct models of 0..size-1. */
export function checkBallot(size: number, ballot: Ballot): void {
  const { models, ranks } = ballot;
  if (models.length === 0) throw new RatingError("bad-ballot", "a ballot shows no model");
  if (models.length !== ranks.length) {
    throw new RatingError("bad-ballot", `${ranks.length} ranks do not fit ${models.length} models`);
  }
  for (let i = 0; i < models.length; i++) {
    const model = itemAt(models, i);
    if (!Number.isInteger(model) || model < 0 || model >= size) {
      throw new RatingError("bad-ballot", `model ${model} is not in 0..${size - 1}`);
    }
    if (models.indexOf(model) !== i) throw new RatingError("bad-ballot", `model ${model} is shown twice`);
    if (!Number.isFinite(itemAt(ranks, i))) {
      throw new RatingError("bad-ballot", `rank ${itemAt(ranks, i)} is not a finite number`);
    }
  }
  checkWeight(weightOf(ballot));
}

/** Refuses with `bad-weight` a weight that is negative or not finite. */
export function checkWeight(weight: number): void {
  if (!Number.isFinite(weight) || weight < 0) {
    throw new RatingError("bad-weight", `a weight must be finite and not negative, not ${weight}`);
  }
}

/** Checks all ballots and keeps those that say something: two or more models and a positive weight. */
export function readBallots(size: number, ballots: Iterable<Ballot>): Ballot[] {
  checkSize(size);
  const kept: Ballot[] = [];
  for (const ballot of ballots) {
    checkBallot(size, ballot);
    if (ballot.models.length > 1 && weightOf(ballot) > 0) kept.push(ballot);
  }
  return kept;
}

/** Outcome of the pair of slots (i, j): 1 slot i is better, -1 slot j, 0 a tie, null unknown. */
export function pairOutcome(ballot: Ballot, i: number, j: number): -1 | 0 | 1 | null {
  const a = itemAt(ballot.ranks, i);
  const b = itemAt(ballot.ranks, j);
  if (ballot.firstOnly === true) {
    const best = Math.min(...ballot.ranks);
    if (a !== best && b !== best) return null;
  }
  return a < b ? 1 : a > b ? -1 : 0;
}

/**
 * Calls `visit(winner, loser, tied)` for every pair of models that the ballot decides; of a tie the
 * model with the lower index comes first, so that the order of the slots never matters.
 */
export function forEachPair(ballot: Ballot, visit: (a: number, b: number, tied: boolean) => void): void {
  const { models } = ballot;
  for (let i = 0; i < models.length; i++) {
    for (let j = i + 1; j < models.length; j++) {
      const outcome = pairOutcome(ballot, i, j);
      const a = itemAt(models, i);
      const b = itemAt(models, j);
      if (outcome === 1) visit(a, b, false);
      else if (outcome === -1) visit(b, a, false);
      else if (outcome === 0) visit(Math.min(a, b), Math.max(a, b), true);
    }
  }
}
