/** One judgement as a file has it, before names become numbers. */
export interface Vote {
  readonly models: readonly string[];
  /** One rank a model, lower is better, equal is a tie. */
  readonly ranks: readonly number[];
  /** Only who is best is known. */
  readonly firstOnly: boolean;
  /** The independent unit it belongs to, when one was asked for. */
  readonly cluster: string | null;
}

// The same few rank lists stand for every duel of a file, so that a million votes make no million lists.
const left: readonly number[] = [1, 2];
const right: readonly number[] = [2, 1];
const tie: readonly number[] = [1, 1];

const outcomes = new Map<string, readonly number[]>([
  ["left", left],
  ["right", right],
  ["tie", tie],
  ["model_a", left],
  ["model_b", right],
  ["tie (bothbad)", tie],
  ["both_bad", tie],
]);

/** What a cell `winner` means as ranks of a duel, or null for a word that means nothing. */
export const ranksOfWinner = (word: string): readonly number[] | null => outcomes.get(word) ?? null;

/** The words that a cell `winner` may hold. */
export const winnerWords = [...outcomes.keys()].join(", ");
