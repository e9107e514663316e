import { checkSize } from "./ballot.ts";
import { itemAt } from "./cells.ts";
import { RatingError } from "./error.ts";
import { NATS_PER_PROBIT, pairInformation } from "./pair-information.ts";
import { covarianceAt, type Posterior, varianceAt } from "./posterior.ts";
import { type Random, randomIndex, shuffled } from "./random.ts";

export interface MatchmakingInput {
  readonly posterior: Posterior;
  /** Ballots per model; count those in flight too, or parallel voters all get the same pivot. */
  readonly games: ArrayLike<number>;
  /** The models that may be shown, distinct. */
  readonly candidates: readonly number[];
  /** How many to show; all candidates when there are fewer. */
  readonly k: number;
  readonly random: Random;
  /** Share of sets drawn blindly, which keep the win matrix honest; default .15. */
  readonly randomShare?: number;
  /** n * n bits that battles in flight are expected to tell about each pair; subtracted from what is left. */
  readonly shadow?: ArrayLike<number>;
  /** Default `information`; `k-sort` is K-Sort Arena's own rule, for comparison. */
  readonly rule?: "information" | "k-sort" | "uniform";
  /** n * n battles of each pair so far; `k-sort` needs them. */
  readonly pairGames?: ArrayLike<number>;
}

export interface ProposedSet {
  /** In the order of the slots. */
  readonly models: number[];
  /** Bits that the set's pairs are expected to tell, those in flight not counted again. */
  readonly information: number;
  /** Whether the set was drawn blindly. */
  readonly random: boolean;
}

/** Expected bits of a duel of a and b beyond what is in flight. */
function bits(input: MatchmakingInput, a: number, b: number): number {
  const { posterior, shadow } = input;
  const difference = (itemAt(posterior.mean, a) - itemAt(posterior.mean, b)) / NATS_PER_PROBIT;
  const variance = varianceAt(posterior, a) + varianceAt(posterior, b) - 2 * covarianceAt(posterior, a, b);
  const information = pairInformation(difference, Math.max(0, variance) / NATS_PER_PROBIT ** 2);
  return Math.max(0, information - (shadow?.[a * posterior.size + b] ?? 0));
}

/** K-Sort Arena: -|S_i - S_q| + sqrt(2 ln t / n_iq), on its scale of performance spreads. */
function kSortAppeal(input: MatchmakingInput, total: number, a: number, b: number): number {
  const { posterior, pairGames } = input;
  const met = pairGames?.[a * posterior.size + b] ?? 0;
  if (met === 0) return Number.POSITIVE_INFINITY;
  const distance = Math.abs(itemAt(posterior.mean, a) - itemAt(posterior.mean, b));
  return -distance + Math.sqrt((2 * Math.log(Math.max(1, total))) / met);
}

/** The best of `items` by `value`; among equals (to rounding) one at random. */
function bestOf(items: readonly number[], value: (item: number) => number, random: Random): number {
  let best: number[] = [];
  let top = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const own = value(item);
    if (own > top + 1e-12) [best, top] = [[item], own];
    else if (own >= top - 1e-12 || own === top) best.push(item);
  }
  return itemAt(best, best.length === 1 ? 0 : randomIndex(random, best.length));
}

/** From the pivot (fewest ballots) add, one by one, the model with the largest summed appeal to the set. */
function greedy(input: MatchmakingInput, appeal: (a: number, b: number) => number): number[] {
  const { candidates, games, k, random } = input;
  const chosen = [bestOf(candidates, (model) => -(games[model] ?? 0), random)];
  const sums = new Map(candidates.map((model) => [model, 0]));
  while (chosen.length < k) {
    const newest = itemAt(chosen, chosen.length - 1);
    sums.delete(newest);
    for (const [model, sum] of sums) sums.set(model, sum + appeal(newest, model));
    chosen.push(bestOf([...sums.keys()], (model) => sums.get(model) ?? 0, random));
  }
  return chosen;
}

function choose(input: MatchmakingInput): { models: readonly number[]; random: boolean } {
  const { candidates, games, k, random, randomShare = 0.15, rule = "information" } = input;
  if (candidates.length <= k) return { models: candidates, random: false };
  if (rule === "uniform" || (randomShare > 0 && random() < randomShare)) {
    return { models: shuffled(candidates, random).slice(0, k), random: true };
  }
  if (rule === "information") return { models: greedy(input, (a, b) => bits(input, a, b)), random: false };
  let slots = 0;
  for (const model of candidates) slots += games[model] ?? 0;
  return { models: greedy(input, (a, b) => kSortAppeal(input, slots / k, a, b)), random: false };
}

function check(input: MatchmakingInput): void {
  const { candidates, k, posterior, randomShare = 0 } = input;
  checkSize(posterior.size);
  if (!Number.isInteger(k) || k < 1)
    throw new RatingError("bad-option", `k must be a positive integer, not ${k}`);
  if (!(randomShare >= 0 && randomShare <= 1))
    throw new RatingError("bad-option", "randomShare must be in [0, 1]");
  if (new Set(candidates).size !== candidates.length)
    throw new RatingError("bad-option", "a candidate comes twice");
  for (const model of candidates) {
    if (Number.isInteger(model) && model >= 0 && model < posterior.size) continue;
    throw new RatingError("bad-option", `candidate ${model} is not in 0..${posterior.size - 1}`);
  }
}

/**
 * The next set to show. Everything random comes from `random`, so the same input and seed give the same
 * set. Throws `bad-option` for candidates, k or shares that make no sense.
 */
export function proposeSet(input: MatchmakingInput): ProposedSet {
  check(input);
  const { models, random } = choose(input);
  let information = 0;
  models.forEach((a, i) => {
    for (const b of models.slice(i + 1)) information += bits(input, a, b);
  });
  return { models: shuffled(models, input.random), information, random };
}
