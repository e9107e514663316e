import { add, at } from "../cells.ts";
import { RatingError } from "../error.ts";
import type { PairCounts } from "../pair-counts.ts";

const ZERO = 1e-12;

/** Row-major n x n tableau rows of: maximise the sum of x >= 0 under M x <= 1. */
interface Tableau {
  readonly n: number;
  readonly width: number;
  readonly cells: Float64Array;
  readonly basis: Int32Array;
}

function tableauOf(payoff: Float64Array, n: number): Tableau {
  const width = 2 * n + 1;
  const cells = new Float64Array((n + 1) * width);
  for (let i = 0; i < n; i++) {
    // A shift makes every payoff positive; it changes the game's value and not its best mixtures.
    for (let j = 0; j < n; j++) cells[i * width + j] = at(payoff, i * n + j) + 2;
    cells[i * width + n + i] = 1;
    cells[i * width + 2 * n] = 1;
    cells[n * width + i] = -1;
  }
  return { n, width, cells, basis: Int32Array.from({ length: n }, (_, i) => n + i) };
}

function pivot({ n, width, cells, basis }: Tableau, row: number, column: number): void {
  const scale = 1 / at(cells, row * width + column);
  for (let c = 0; c < width; c++) cells[row * width + c] = scale * at(cells, row * width + c);
  for (let r = 0; r <= n; r++) {
    const factor = at(cells, r * width + column);
    if (r === row || factor === 0) continue;
    for (let c = 0; c < width; c++) add(cells, r * width + c, -factor * at(cells, row * width + c));
  }
  basis[row] = column;
}

/** The row that limits the entering column, by R. Bland's rule (1977), which never cycles. */
function leavingRow({ n, width, cells, basis }: Tableau, column: number): number {
  let [best, ratio] = [-1, Number.POSITIVE_INFINITY];
  for (let row = 0; row < n; row++) {
    const cell = at(cells, row * width + column);
    if (cell <= ZERO) continue;
    const own = at(cells, row * width + 2 * n) / cell;
    const earlier = best < 0 || (basis[row] ?? 0) < (basis[best] ?? 0);
    if (own < ratio - ZERO || (own < ratio + ZERO && earlier)) [best, ratio] = [row, Math.min(own, ratio)];
  }
  return best;
}

function solve(tableau: Tableau): Float64Array {
  const { n, width, cells, basis } = tableau;
  for (;;) {
    let column = 0;
    while (column < 2 * n && at(cells, n * width + column) >= -ZERO) column++;
    const row = column === 2 * n ? -1 : leavingRow(tableau, column);
    if (row < 0) break;
    pivot(tableau, row, column);
  }
  const x = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const variable = basis[row] ?? n;
    if (variable < n) x[variable] = Math.max(0, at(cells, row * width + 2 * n));
  }
  return x;
}

/**
 * The von Neumann winner: the mixture of models that no model beats on average (the maximin strategy of
 * the win matrix; G. Kreweras 1965, M. Dudik et al. 2015), by an exact linear program. `rates` is
 * row-major n * n, P(i beats j); a cell and its mirror must sum to 1. Shares sum to 1; where several
 * mixtures are unbeaten, one of them. Throws `bad-counts`.
 */
export function vonNeumannWinner(rates: readonly number[], n: number): number[] {
  if (rates.length !== n * n)
    throw new RatingError("bad-counts", `the win matrix of ${n} models needs ${n * n} cells`);
  const payoff = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const rate = i === j ? 0.5 : (rates[i * n + j] ?? Number.NaN);
      const mirror = i === j ? 0.5 : (rates[j * n + i] ?? Number.NaN);
      if (!(rate >= 0 && rate <= 1) || Math.abs(rate + mirror - 1) > 1e-9) {
        throw new RatingError("bad-counts", `the rates of models ${i} and ${j} are not shares of one whole`);
      }
      payoff[i * n + j] = 2 * rate - 1;
    }
  }
  // The game is symmetric, so the column player's program gives the row player's mixture too.
  const x = solve(tableauOf(payoff, n));
  const total = x.reduce((sum, value) => sum + value, 0);
  return Array.from(x, (value) => value / total);
}

/** P(i beats j) for every pair, a tie half a win; a pair that never met is even. */
export function winRates(counts: PairCounts): number[] {
  const { size, wins, ties } = counts;
  return Array.from(wins, (won, cell) => {
    const back = (cell % size) * size + Math.floor(cell / size);
    const met = won + at(wins, back) + at(ties, cell);
    return met === 0 ? 0.5 : (won + at(ties, cell) / 2) / met;
  });
}
