import { type Ballot, checkBallot, checkSize, forEachPair, weightOf } from "./ballot.ts";
import { add, at } from "./cells.ts";
import { RatingError } from "./error.ts";

/**
 * Dense pair counts, row-major n * n: `wins[i*n+j]` = weighted times i beat j;
 * `ties[i*n+j]` = `ties[j*n+i]` = weighted times i and j were tied.
 */
export interface PairCounts {
  readonly size: number;
  readonly wins: Float64Array;
  readonly ties: Float64Array;
}

/** Counts of no battle. Throws `bad-size`. */
export function emptyCounts(size: number): PairCounts {
  checkSize(size);
  return { size, wins: new Float64Array(size * size), ties: new Float64Array(size * size) };
}

/** Adds `amount` of one pair's outcome; mutates `counts`. */
export function addPair(counts: PairCounts, a: number, b: number, tied: boolean, amount: number): void {
  const { size, wins, ties } = counts;
  add(tied ? ties : wins, a * size + b, amount);
  if (tied) add(ties, b * size + a, amount);
}

/**
 * Adds one duel; mutates `counts`, whose cells are shared by every copy of the record.
 * Throws `not-a-duel` for any other number of models, `bad-ballot` and `bad-weight`.
 */
export function addBallotToCounts(counts: PairCounts, ballot: Ballot): void {
  checkBallot(counts.size, ballot);
  if (ballot.models.length !== 2) {
    throw new RatingError("not-a-duel", `pair counts take duels, not ${ballot.models.length} models`);
  }
  addPairs(counts, ballot, weightOf(ballot));
}

/** Adds every pair that a ballot of any length decides; mutates `counts`. */
export function addPairs(counts: PairCounts, ballot: Ballot, amount: number): void {
  forEachPair(ballot, (a, b, tied) => addPair(counts, a, b, tied, amount));
}

/** Refuses with `bad-counts` cells of the wrong number, negative, not finite, or ties that are not symmetric. */
export function checkCounts(counts: PairCounts): void {
  const { size, wins, ties } = counts;
  checkSize(size);
  if (wins.length !== size * size || ties.length !== size * size) {
    throw new RatingError("bad-counts", `counts of ${size} models need ${size * size} cells`);
  }
  for (let cell = 0; cell < wins.length; cell++) {
    const sum = at(wins, cell) + at(ties, cell);
    if (!(at(wins, cell) >= 0) || !(at(ties, cell) >= 0) || sum === Number.POSITIVE_INFINITY) {
      throw new RatingError("bad-counts", "counts must be finite and not negative");
    }
    const row = Math.floor(cell / size);
    const column = cell % size;
    if (row === column && sum !== 0) throw new RatingError("bad-counts", `model ${row} met itself`);
    if (at(ties, cell) !== at(ties, column * size + row)) {
      throw new RatingError("bad-counts", `ties of ${row} and ${column} are not symmetric`);
    }
  }
}
