/** Where a row stands in the bracket that joins neighbours of one rank. */
export type GroupPlace = "alone" | "start" | "middle" | "end";

/**
 * Joins neighbouring rows that share a rank, in the order of the board.
 * Unrated rows share nothing: they stand alone.
 */
export function rankGroups(rows: readonly { rank: number; rating: number | null }[]): GroupPlace[] {
  const joined = (i: number): boolean => {
    const [above, below] = [rows[i - 1], rows[i]];
    return !!above && !!below && above.rating !== null && below.rating !== null && above.rank === below.rank;
  };
  return rows.map((_, i) => {
    const [up, down] = [joined(i), joined(i + 1)];
    if (up) return down ? "middle" : "end";
    return down ? "start" : "alone";
  });
}
