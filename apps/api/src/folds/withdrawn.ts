// Withdrawn models on a board: they stay in what the ratings are made of, and stand behind the others, outside the ranks
// and the centre.
import type { BoardRow } from "@agon/contract";

const isOut = ({ model }: BoardRow): boolean => model.status === "withdrawn";

/** Puts the mean of the active models where the mean of all was, and takes withdrawn models out of the ranks. */
export function asideWithdrawn(rows: readonly BoardRow[]): BoardRow[] {
  const out = rows.filter(isOut);
  if (out.length === 0) return [...rows];
  const shift = meanOf(rows) - meanOf(rows.filter((row) => !isOut(row)));
  const ranked = rows.length - out.length;
  return rows.map((row) => ({
    ...row,
    ...shifted(row, shift),
    ...(isOut(row) ? {} : rankOf(row, out, ranked)),
  }));
}

function meanOf(rows: readonly BoardRow[]): number {
  const ratings = rows.flatMap(({ rating }) => rating ?? []);
  return ratings.length === 0 ? 0 : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
}

const shifted = ({ rating, lower, upper }: BoardRow, shift: number) => ({
  rating: rating === null ? null : rating + shift,
  lower: lower === null ? null : lower + shift,
  upper: upper === null ? null : upper + shift,
});

/** Those who leave make room for everybody they certainly stood before; a rank never gets worse by it. */
function rankOf(row: BoardRow, out: readonly BoardRow[], ranked: number) {
  const before = out.filter(({ lower, rating }) => (lower ?? rating ?? 0) > (row.upper ?? row.rating ?? 0));
  const behind = out.filter(({ upper, rating }) => (upper ?? rating ?? 0) < (row.lower ?? row.rating ?? 0));
  const within = (rank: number): number => Math.min(Math.max(1, rank), ranked);
  const best = within(row.rank_lower - before.length);
  const worst = Math.max(best, within(row.rank_upper - (out.length - behind.length)));
  return { rank: best, rank_lower: best, rank_upper: worst };
}
