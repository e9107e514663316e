import { type Ballot, forEachPair, weightOf } from "./ballot.ts";
import { add, at, itemAt } from "./cells.ts";
import type { PairCounts } from "./pair-counts.ts";

/** Per model: battles, and pairwise outcomes inside them (a battle of K holds up to K - 1); weighted. */
export interface Tally {
  readonly games: Float64Array;
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  readonly ties: Float64Array;
}

function emptyTally(size: number): Tally {
  const column = (): Float64Array => new Float64Array(size);
  return { games: column(), wins: column(), losses: column(), ties: column() };
}

function addToTally(tally: Tally, ballot: Ballot, weight: number): void {
  const { models, ranks } = ballot;
  for (const model of models) add(tally.games, model, weight);
  if (ballot.firstOnly !== true) {
    for (let i = 0; i < models.length; i++) {
      for (let j = 0; j < i; j++)
        addDecided(tally, models, i, j, itemAt(ranks, j) - itemAt(ranks, i), weight);
    }
    return;
  }
  forEachPair(ballot, (a, b, tied) => {
    add(tied ? tally.ties : tally.wins, a, weight);
    add(tied ? tally.ties : tally.losses, b, weight);
  });
}

/** One pair of slots, of which i is better by `lead` ranks. */
function addDecided(
  tally: Tally,
  models: readonly number[],
  i: number,
  j: number,
  lead: number,
  weight: number,
): void {
  const [a, b] = [itemAt(models, i), itemAt(models, j)];
  add(lead > 0 ? tally.wins : lead < 0 ? tally.losses : tally.ties, a, weight);
  add(lead > 0 ? tally.losses : lead < 0 ? tally.wins : tally.ties, b, weight);
}

/** Tally of checked ballots, each `counts[i]` times when given. */
export function tallyBallots(size: number, ballots: readonly Ballot[], counts?: readonly number[]): Tally {
  const tally = emptyTally(size);
  ballots.forEach((ballot, i) => {
    addToTally(tally, ballot, weightOf(ballot) * (counts?.[i] ?? 1));
  });
  return tally;
}

export function tallyCounts(counts: PairCounts): Tally {
  const { size } = counts;
  const tally = emptyTally(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const won = at(counts.wins, i * size + j);
      add(tally.wins, i, won);
      add(tally.losses, j, won);
      add(tally.ties, i, at(counts.ties, i * size + j));
    }
  }
  for (let i = 0; i < size; i++) tally.games[i] = at(tally.wins, i) + at(tally.losses, i) + at(tally.ties, i);
  return tally;
}

/** Models with at least one counted battle, ascending. */
export function activeModels(tally: Tally): number[] {
  return Array.from(tally.games.keys()).filter((model) => at(tally.games, model) > 0);
}
