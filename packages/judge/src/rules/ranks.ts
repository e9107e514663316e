/**
 * Competition ranks ("1, 2, 2, 4") of a list of values where a higher value is better and equal values tie.
 * One rank per value, 1 = best. The order of the list is kept.
 */
export function competitionRanks(values: readonly number[]): number[] {
  return values.map((value) => 1 + values.filter((other) => other > value).length);
}
