import type { Ballot } from "./ballot.ts";
import { add, at, itemAt } from "./cells.ts";
import { chooseStage, equalChoiceLog, type TieLaw } from "./stages.ts";

/** A ballot sorted into stages: `models` best first, `groups` the sizes of the chosen sets in turn. */
export interface Ranking {
  readonly models: readonly number[];
  /** Only stages that say something: the last model left is no choice; Best mode has one stage. */
  readonly groups: readonly number[];
}

/** Sorts a checked ballot; equal models stand in the order of their indices. */
export function rankingOf(ballot: Ballot): Ranking {
  const models: number[] = [];
  const ranks: number[] = [];
  // Insertion: ballots are short, and a million of them is many.
  for (let slot = 0; slot < ballot.models.length; slot++) {
    const model = itemAt(ballot.models, slot);
    const rank = itemAt(ballot.ranks, slot);
    let place = slot;
    for (; place > 0; place--) {
      const before = itemAt(ranks, place - 1);
      if (before < rank || (before === rank && itemAt(models, place - 1) < model)) break;
      models[place] = itemAt(models, place - 1);
      ranks[place] = before;
    }
    models[place] = model;
    ranks[place] = rank;
  }
  return { models, groups: stagesOf(ranks, ballot.firstOnly === true) };
}

/** Stages of full orders of so many models, made once: most ballots have no tie. */
const SINGLES: readonly (readonly number[])[] = Array.from({ length: 17 }, (_, k) =>
  Array<number>(Math.max(0, k - 1)).fill(1),
);

const isStrict = (ranks: readonly number[]): boolean => {
  for (let place = 1; place < ranks.length; place++) {
    if (itemAt(ranks, place) === itemAt(ranks, place - 1)) return false;
  }
  return true;
};

/** Sizes of the stages of sorted ranks that say something. */
function stagesOf(ranks: readonly number[], firstOnly: boolean): readonly number[] {
  const singles = SINGLES[ranks.length];
  if (singles !== undefined && !firstOnly && isStrict(ranks)) return singles;
  const groups: number[] = [];
  for (let place = 0; place < ranks.length; place++) {
    if (place > 0 && itemAt(ranks, place) === itemAt(ranks, place - 1)) {
      groups[groups.length - 1] = itemAt(groups, groups.length - 1) + 1;
    } else groups.push(1);
  }
  if (firstOnly) groups.length = Math.min(groups.length, 1);
  else if (groups.at(-1) === 1) groups.pop();
  return groups;
}

export type RankingKey = number | string;

/**
 * Rankings of models 0..size-1 that are equal have equal keys, others not: one digit per place, of the model
 * and of whether it begins a stage, goes on with it or comes after all of them. Where that number would be
 * too long to be exact, the same digits as text.
 */
export function rankingKey({ models, groups }: Ranking, size: number): RankingKey {
  let key = 0;
  let [stage, inStage] = [0, 0];
  for (let place = 0; place < models.length; place++) {
    const mark = stage >= groups.length ? 3 : inStage === 0 ? 1 : 2;
    inStage++;
    if (stage < groups.length && inStage === itemAt(groups, stage)) [stage, inStage] = [stage + 1, 0];
    key = (key * 4 + mark) * size + itemAt(models, place);
  }
  return Number.isSafeInteger(key) ? key : `${models.join()}/${groups.join()}`;
}

/** The sizes of ties that occur, ascending. */
export function tieSizes(rankings: Iterable<Ranking>): number[] {
  const sizes = new Set<number>();
  for (const ranking of rankings) for (const size of ranking.groups) if (size > 1) sizes.add(size);
  return [...sizes].sort((a, b) => a - b);
}

/**
 * Log-probability of a ranking whose K models have strengths `theta`; adds to `gradient` and
 * `curvature` (K + T cells) the derivatives by theta and log delta. A tie of a size that the law does
 * not know shares its stage's win equally, as Bradley-Terry's half points do.
 */
export function rankingTerms(
  ranking: Ranking,
  theta: Float64Array,
  ties: TieLaw,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  if (ties.sizes.length === 0) return plainTerms(ranking, theta, gradient, curvature);
  let log = 0;
  let from = 0;
  for (const size of ranking.groups) {
    log -= chooseStage(theta, from, ties, gradient, curvature);
    log += chosenTerms(theta, from, size, gradient);
    const tie = size === 1 ? -1 : ties.sizes.indexOf(size);
    if (tie >= 0) {
      log += at(ties.logs, tie);
      add(gradient, theta.length + tie, 1);
    }
    from += size;
  }
  return log;
}

/** What the chosen set itself brings: the mean of its strengths. */
function chosenTerms(theta: Float64Array, from: number, size: number, gradient: Float64Array): number {
  let sum = 0;
  for (let i = from; i < from + size; i++) {
    sum += at(theta, i) / size;
    add(gradient, i, 1 / size);
  }
  return sum;
}

/**
 * The same when only single models are chosen. A place takes part in all stages up to its own, so
 * running sums of 1/Z and 1/Z^2 over the stages give all derivatives in K^2 steps.
 */
function plainTerms(
  ranking: Ranking,
  theta: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  const k = theta.length;
  let top = at(theta, 0);
  for (let i = 1; i < k; i++) top = Math.max(top, at(theta, i));
  // The weights of the places, then for every place the sum of the weights from it on.
  const weights = new Float64Array(2 * k);
  for (let i = k - 1; i >= 0; i--) {
    weights[i] = Math.exp(at(theta, i) - top);
    weights[k + i] = at(weights, i) + (i === k - 1 ? 0 : at(weights, k + i + 1));
  }
  let [log, from, inverse, inverseSquare] = [0, 0, 0, 0];
  for (const size of ranking.groups) {
    const left = at(weights, k + from);
    log += chosenTerms(theta, from, size, gradient) - top - Math.log(left);
    inverse += 1 / left;
    inverseSquare += 1 / (left * left);
    for (const next = from + size; from < next; from++) {
      addPlace(weights, k, from, inverse, inverseSquare, gradient, curvature);
    }
  }
  for (; from < k; from++) addPlace(weights, k, from, inverse, inverseSquare, gradient, curvature);
  return log;
}

function addPlace(
  weights: Float64Array,
  k: number,
  i: number,
  inverse: number,
  inverseSquare: number,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const own = at(weights, i);
  add(gradient, i, -own * inverse);
  add(curvature, i * k + i, own * inverse - own * own * inverseSquare);
  for (let j = i + 1; j < k; j++) {
    const both = own * at(weights, j) * inverseSquare;
    add(curvature, i * k + j, -both);
    add(curvature, j * k + i, -both);
  }
}

/** Log-probability of a ranking from a voter who does not look: 1/K! for a full order of K. */
export function carelessLog(ranking: Ranking, ties: TieLaw): number {
  let left = ranking.models.length;
  let log = 0;
  for (const size of ranking.groups) {
    log += equalChoiceLog(left, size, ties);
    left -= size;
  }
  return log;
}

export interface MixtureTerms {
  readonly log: number;
  /** Probability that the ballot was careful, given what it says. */
  readonly careful: number;
}

/** log(e p + (1 - e) q) and the share of its first part, from log p, log q and e. */
export function mixture(log: number, careless: number, careful: number): MixtureTerms {
  if (careful >= 1) return { log, careful: 1 };
  const a = Math.log(careful) + log;
  const b = Math.log1p(-careful) + careless;
  const top = Math.max(a, b);
  const total = top + Math.log(Math.exp(a - top) + Math.exp(b - top));
  return { log: total, careful: Math.exp(a - total) };
}
