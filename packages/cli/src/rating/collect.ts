// What is kept of the votes while a file is read: as little as the method needs.
import {
  type Ballot,
  type CountedBallot,
  type PairCounts,
  type RateOptions,
  type Rating,
  type rate,
  rateCounts,
  rateRankings,
} from "@agon/rating";

/** Takes ballots one by one and rates them at the end. */
export interface Collector {
  add(ballot: Ballot): void;
  rate(size: number, options: RateOptions): Rating;
}

/** Pair counts that grow with the number of models: memory does not depend on the number of votes. */
export class PairCollector implements Collector {
  #room = 16;
  #wins = new Float64Array(this.#room ** 2);
  #ties = new Float64Array(this.#room ** 2);

  add({ models, ranks }: Ballot): void {
    const [a = 0, b = 0] = models;
    const [rankA = 0, rankB = 0] = ranks;
    while (Math.max(a, b) >= this.#room) this.#grow();
    if (rankA === rankB) {
      this.#count(this.#ties, a, b);
      this.#count(this.#ties, b, a);
    } else if (rankA < rankB) this.#count(this.#wins, a, b);
    else this.#count(this.#wins, b, a);
  }

  #count(cells: Float64Array, row: number, column: number): void {
    const cell = row * this.#room + column;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }

  #grow(): void {
    const room = this.#room * 2;
    this.#wins = resized(this.#wins, this.#room, room);
    this.#ties = resized(this.#ties, this.#room, room);
    this.#room = room;
  }

  rate(size: number, options: RateOptions): Rating {
    const room = this.#room;
    const counts: PairCounts = {
      size,
      wins: resized(this.#wins, room, size),
      ties: resized(this.#ties, room, size),
    };
    return rateCounts(counts, options);
  }
}

/** A square matrix with another number of rows and columns; what fits stays. */
function resized(cells: Float64Array, from: number, to: number): Float64Array<ArrayBuffer> {
  const target = new Float64Array(to * to);
  const width = Math.min(from, to);
  for (let row = 0; row < width; row += 1) {
    target.set(cells.subarray(row * from, row * from + width), row * to);
  }
  return target;
}

/** Models and ranks as characters: shorter and faster than their digits. There are at most 10,000 models. */
function keyOf({ models, ranks, firstOnly }: Ballot): string {
  const strict = firstOnly !== true && ranks.every((rank, place) => rank === place + 1);
  return strict
    ? String.fromCharCode(...models)
    : `${String.fromCharCode(...models)}/${ranks.join()}/${firstOnly === true}`;
}

/** Every different ranking with how often it occurs. */
export class RankingCollector implements Collector {
  readonly #rankings = new Map<string, { readonly ballot: Ballot; count: number }>();

  add(ballot: Ballot): void {
    const key = keyOf(ballot);
    const known = this.#rankings.get(key);
    if (known === undefined) this.#rankings.set(key, { ballot, count: 1 });
    else known.count += 1;
  }

  rate(size: number, options: RateOptions): Rating {
    const rankings: CountedBallot[] = [...this.#rankings.values()];
    return rateRankings(size, rankings, options);
  }
}

/** Every ballot in its order, for methods and intervals that need them one by one. */
export class BallotCollector implements Collector {
  readonly #ballots: Ballot[] = [];
  readonly #rate: typeof rate;

  constructor(rater: typeof rate) {
    this.#rate = rater;
  }

  add(ballot: Ballot): void {
    this.#ballots.push(ballot);
  }

  rate(size: number, options: RateOptions): Rating {
    return this.#rate(size, this.#ballots, options);
  }
}
