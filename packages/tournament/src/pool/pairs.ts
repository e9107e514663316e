import type { PoolState, Sheet } from "./state.ts";

export type Pair = readonly [number, number];

/** How many rounds the circle takes for everybody to meet everybody. */
export function circleRounds(entrants: number): number {
  return entrants % 2 === 0 ? entrants - 1 : entrants;
}

/**
 * One round of the circle (polygon) method: the last seat stays, the others turn. With an odd number the
 * last seat is empty and its opponent pauses.
 */
export function circlePairs(seats: readonly number[], round: number): Pair[] {
  const turning = circleRounds(seats.length);
  const seat = (index: number) => seats[(index + turning) % turning] ?? 0;
  const first: Pair[] = turning < seats.length ? [[seats[turning] ?? 0, seat(round)]] : [];
  const others = Array.from({ length: (turning - 1) / 2 }, (_, index): Pair => {
    return [seat(round + index + 1), seat(round - index - 1)];
  });
  return [...first, ...others];
}

/** Everybody against one anchor; anchors meet each other once. */
function anchorPairs(state: PoolState, anchors: readonly number[], round: number): Pair[] {
  const done = anchors.slice(0, round + 1);
  const anchor = anchors[round] ?? 0;
  return state.draw.filter((entrant) => !done.includes(entrant)).map((entrant) => [anchor, entrant]);
}

/** N-1 pairs of neighbours. */
function pathPairs(path: readonly number[]): Pair[] {
  return path.slice(1).map((entrant, index) => [path[index] ?? entrant, entrant]);
}

/** The pairings of a sheet by position. */
export function pairsOf(state: PoolState, sheet: Pick<Sheet, "round" | "path">): Pair[] {
  switch (state.options.format) {
    case "round-robin":
      return circlePairs(state.draw, sheet.round);
    case "anchored":
      return anchorPairs(state, state.options.anchors, sheet.round);
    case "swiss":
      return pathPairs(sheet.path ?? []);
  }
}
