import { type Chart, type CrossCell, type CrossTableChart, crossTableSize } from "../chart.ts";
import { type Pair, pairsOf } from "./pairs.ts";
import type { PoolState } from "./state.ts";
import { poolStandings } from "./view.ts";

/** Swiss shows its rounds; where opponents are fixed, the cross table says who did what against whom. */
export function poolChart(state: PoolState): Chart {
  const { options } = state;
  if (options.format !== "swiss") {
    const rows = poolStandings(state).map(({ entrant }) => entrant);
    const columns = options.format === "anchored" ? options.anchors : rows;
    return crossTable(state, rows.slice(0, crossTableSize), columns.slice(0, crossTableSize));
  }
  const rounds = state.batches.map((prompts, batch) => ({ prompts, begun: batch < state.begun }));
  return { kind: "swiss", rounds };
}

type Counts = [number, number, number];

function crossTable(state: PoolState, rows: readonly number[], columns: readonly number[]): CrossTableChart {
  const cells = rows.map(() => columns.map((): Counts | null => null));
  const [rowOf, columnOf] = [placesIn(rows), placesIn(columns)];
  for (const sheet of state.sheets.flat()) {
    pairsOf(state, sheet).forEach(([a, b]: Pair, position) => {
      const ranks = sheet.matches[position]?.ranks;
      const lead = ranks ? Math.sign((ranks[1] ?? 0) - (ranks[0] ?? 0)) : null;
      count(cells[rowOf.get(a) ?? -1], columnOf.get(b) ?? -1, lead);
      count(cells[rowOf.get(b) ?? -1], columnOf.get(a) ?? -1, lead && -lead);
    });
  }
  return { kind: "cross-table", rows, columns, cells: cells satisfies (CrossCell | null)[][] };
}

const placesIn = (entrants: readonly number[]): ReadonlyMap<number, number> =>
  new Map(entrants.map((entrant, place) => [entrant, place]));

/** Adds one game to a cell of a row: `lead` 1 = won, -1 = lost, 0 = tie, null = two who meet, not decided. */
function count(row: (Counts | null)[] | undefined, column: number, lead: number | null): void {
  if (!row || column < 0) return;
  const cell: Counts = row[column] ?? [0, 0, 0];
  row[column] = cell;
  if (lead === null) return;
  cell[lead > 0 ? 0 : lead < 0 ? 1 : 2] += 1;
}
