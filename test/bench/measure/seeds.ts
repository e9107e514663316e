/** A figure for every seed 1..count. */
export const perSeed = <T>(count: number, figureOf: (seed: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => figureOf(index + 1));
