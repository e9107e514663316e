/** The largest difference between two tables of numbers by name; infinite when the names differ. */
export function largestDifference(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  if (a.size !== b.size) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...[...a].map(([name, value]) => Math.abs(value - (b.get(name) ?? Number.POSITIVE_INFINITY))),
  );
}

/** The same numbers with mean zero. */
export function centred(values: ReadonlyMap<string, number>): Map<string, number> {
  const mean = [...values.values()].reduce((sum, value) => sum + value, 0) / values.size;
  return new Map([...values].map(([name, value]) => [name, value - mean]));
}

/** Ranks from 1, equal values share their mean rank. */
function meanRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** Spearman's rank correlation with mid-ranks for ties (Pearson's correlation of the ranks). */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [ranksA, ranksB] = [meanRanks(a), meanRanks(b)];
  const mean = (a.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, rank, at) => sum + (rank - mean) * ((y[at] ?? mean) - mean), 0);
  return product(ranksA, ranksB) / Math.sqrt(product(ranksA, ranksA) * product(ranksB, ranksB));
}
