import { type Ballot, pairOutcome, weightOf } from "./ballot.ts";
import { add, at, itemAt } from "./cells.ts";
import type { PairCounts } from "./pair-counts.ts";
import { tallyCounts } from "./tally.ts";

/** Points and battles of every model; a battle's points are the share of its known pairs that were won. */
export interface Points {
  readonly points: Float64Array;
  readonly battles: Float64Array;
}

function slotPoints(ballot: Ballot, slot: number): number {
  let [points, pairs] = [0, 0];
  for (let other = 0; other < ballot.models.length; other++) {
    const outcome = other === slot ? null : pairOutcome(ballot, slot, other);
    if (outcome === null) continue;
    points += (outcome + 1) / 2;
    pairs++;
  }
  return pairs === 0 ? 0 : points / pairs;
}

export function pointsOfBallots(size: number, ballots: Iterable<Ballot>): Points {
  const points = new Float64Array(size);
  const battles = new Float64Array(size);
  for (const ballot of ballots) {
    for (let slot = 0; slot < ballot.models.length; slot++) {
      const model = itemAt(ballot.models, slot);
      add(points, model, weightOf(ballot) * slotPoints(ballot, slot));
      add(battles, model, weightOf(ballot));
    }
  }
  return { points, battles };
}

export function pointsOfCounts(counts: PairCounts): Points {
  const tally = tallyCounts(counts);
  return { points: tally.wins.map((wins, i) => wins + at(tally.ties, i) / 2), battles: tally.games };
}

/** (points + 2 mean) / (battles + 2), mean = points per battle over all models (1/2 for duels). */
export function smoothedRates({ points, battles }: Points): Float64Array {
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);
  const mean = total(battles) > 0 ? total(points) / total(battles) : 0.5;
  return points.map((value, i) => (value + 2 * mean) / (at(battles, i) + 2));
}
