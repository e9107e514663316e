import { type Ballot, forEachPair, weightOf } from "./ballot.ts";
import { add, at } from "./cells.ts";

export interface EloOptions {
  /** Points that a certain defeat of an equal would cost twice over; default 4. */
  readonly k?: number;
  /** Points at which the odds are ten to one; default 400. */
  readonly scale?: number;
  readonly start?: number;
}

/**
 * Sequential Elo ratings (A. Elo, 1978) of checked ballots in their order; a tie is half a win. A
 * ballot of K models counts as its pairs, all from the ratings before it. The order matters.
 */
export function eloRatings(size: number, ballots: Iterable<Ballot>, options: EloOptions = {}): Float64Array {
  const { k = 4, scale = 400, start = 1000 } = options;
  const ratings = new Float64Array(size).fill(start);
  const gain = new Float64Array(size);
  for (const ballot of ballots) {
    forEachPair(ballot, (a, b, tied) => {
      const expected = 1 / (1 + 10 ** ((at(ratings, b) - at(ratings, a)) / scale));
      const points = weightOf(ballot) * k * ((tied ? 0.5 : 1) - expected);
      add(gain, a, points);
      add(gain, b, -points);
    });
    for (const model of ballot.models) {
      add(ratings, model, at(gain, model));
      gain[model] = 0;
    }
  }
  return ratings;
}
