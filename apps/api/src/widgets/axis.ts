/** Where a rating stands on the common axis, in per cent of its width with two decimals. */
export type Axis = (rating: number) => number;

interface Rated {
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Share of the axis left free at both ends, so that a dot there is whole. */
const margin = 0.03;

/** The common axis of a board's rows: every interval fits. */
export function axisOf(rows: readonly Rated[]): Axis {
  const ends = rows.flatMap(({ rating, lower, upper }) =>
    [rating, lower, upper].filter((value): value is number => value !== null),
  );
  const low = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const high = ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  const span = high > low ? high - low : 1;
  const start = high > low ? low : low - span / 2;
  return (rating) => Math.round(1e4 * (margin + ((1 - 2 * margin) * (rating - start)) / span)) / 100;
}
