import { type Ballot, forEachPair, weightOf } from "./ballot.ts";
import { centredKnown, type ResampledTheta, ROUGH } from "./bootstrap.ts";
import { add, at, intAt, itemAt } from "./cells.ts";
import type { Clustering } from "./clusters.ts";
import { emptyCounts, type PairCounts } from "./pair-counts.ts";
import type { PairEstimate } from "./pair-estimate.ts";
import { fitPairs, RESCUE_SD } from "./pair-fit.ts";
import { type PairTable, tableConnection, tableOf } from "./pair-table.ts";

/** One unit's ballots as cells of the counts, so that a resample is a few additions. */
interface UnitCells {
  readonly cell: Int32Array;
  readonly tied: Uint8Array;
  readonly amount: Float64Array;
}

function unitCells(ballots: readonly Ballot[], group: readonly number[], size: number): UnitCells {
  const cells: [number, number, number][] = [];
  for (const item of group) {
    const ballot = itemAt(ballots, item);
    forEachPair(ballot, (a, b, tied) => {
      cells.push([a * size + b, tied ? 1 : 0, weightOf(ballot)]);
    });
  }
  return {
    cell: Int32Array.from(cells, (entry) => entry[0]),
    tied: Uint8Array.from(cells, (entry) => entry[1]),
    amount: Float64Array.from(cells, (entry) => entry[2]),
  };
}

function addUnit(counts: PairCounts, unit: UnitCells, times: number): void {
  const { size, wins, ties } = counts;
  for (let k = 0; k < unit.cell.length; k++) {
    const cell = intAt(unit.cell, k);
    const amount = times * at(unit.amount, k);
    if (unit.tied[k] === 0) {
      add(wins, cell, amount);
      continue;
    }
    add(ties, cell, amount);
    add(ties, (cell % size) * size + Math.floor(cell / size), amount);
  }
}

/** Fits of resampled pair counts, close to the estimate they start from. */
export function resampledPairs(
  estimate: PairEstimate,
  ballots: readonly Ballot[],
  clustering: Clustering,
  size: number,
): ResampledTheta {
  const units = clustering.groups.map((group) => unitCells(ballots, group, size));
  const rescue = 1 / RESCUE_SD ** 2;
  return (times) => {
    const counts = emptyCounts(size);
    units.forEach((unit, u) => {
      if (intAt(times, u) > 0) addUnit(counts, unit, intAt(times, u));
    });
    const table = tableOf(counts, estimate.models);
    const strong = tableConnection(table) === "strong";
    const prior = { theta: strong ? estimate.prior.theta : rescue, eta: rescue };
    const { x } = fitPairs(
      table,
      estimate.model,
      estimate.model.hasTie ? prior : { ...prior, eta: 0 },
      estimate.fit.x,
      ROUGH,
    );
    return centredKnown(maskUnmet(x.slice(0, table.n), table));
  };
}

function maskUnmet(theta: Float64Array, table: PairTable): Float64Array {
  const met = new Uint8Array(table.n);
  for (let pair = 0; pair < table.i.length; pair++) {
    met[intAt(table.i, pair)] = 1;
    met[intAt(table.j, pair)] = 1;
  }
  return theta.map((value, i) => (met[i] === 1 ? value : Number.NaN));
}
