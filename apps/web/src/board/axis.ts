import { scaleLinear } from "@visx/scale";

export interface Axis {
  /** Ratings at which a hairline is drawn; the first and last are the ends of the axis. */
  readonly ticks: readonly number[];
  /** Share of the width from the start, 0 to 1. */
  readonly at: (rating: number) => number;
}

interface Interval {
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The common axis of a board: every interval fits, and both ends are round numbers. */
export function boardAxis(rows: readonly Interval[]): Axis {
  const bounds = rows.flatMap((row) =>
    [row.rating, row.lower, row.upper].filter((value): value is number => value !== null),
  );
  const [low, high] = bounds.length > 0 ? [Math.min(...bounds), Math.max(...bounds)] : [900, 1100];
  const scale = scaleLinear<number>({
    domain: low === high ? [low - 50, high + 50] : [low, high],
    range: [0, 1],
  });
  scale.nice(5);
  return { ticks: scale.ticks(5), at: (rating) => scale(rating) };
}

/** A share of the width as CSS length, rounded so that the page stays small. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;
