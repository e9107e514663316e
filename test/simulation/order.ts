// How far an order is from the true one.

/** Kendall's tau-a of two score vectors over the same models: 1 = the same order, -1 = reversed. */
export function kendallTau(truth: ArrayLike<number>, estimate: ArrayLike<number>): number {
  const n = truth.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      sum += Math.sign(difference(truth, i, j)) * Math.sign(difference(estimate, i, j));
    }
  }
  return n < 2 ? 1 : sum / ((n * (n - 1)) / 2);
}

/** Pairs of models that the estimate puts in the wrong order; equal ones count as half. */
export function misordered(truth: ArrayLike<number>, estimate: ArrayLike<number>): number {
  const pairs = (truth.length * (truth.length - 1)) / 2;
  return (pairs * (1 - kendallTau(truth, estimate))) / 2;
}

/** Spearman's rank correlation; ties get the mean of their places. */
export function spearman(truth: ArrayLike<number>, estimate: ArrayLike<number>): number {
  const a = meanPlaces(truth);
  const b = meanPlaces(estimate);
  const middle = (truth.length - 1) / 2;
  let [product, squareA, squareB] = [0, 0, 0];
  a.forEach((place, i) => {
    const other = (b[i] ?? 0) - middle;
    product += (place - middle) * other;
    squareA += (place - middle) ** 2;
    squareB += other ** 2;
  });
  return squareA * squareB === 0 ? 0 : product / Math.sqrt(squareA * squareB);
}

/** Index of the largest value. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (difference(values, i, best) > 0) best = i;
  return best;
}

const difference = (values: ArrayLike<number>, i: number, j: number): number =>
  (values[i] ?? 0) - (values[j] ?? 0);

function meanPlaces(values: ArrayLike<number>): number[] {
  return Array.from(values, (value) => {
    let [below, equal] = [0, 0];
    for (let other = 0; other < values.length; other++) {
      if ((values[other] ?? 0) < value) below++;
      else if ((values[other] ?? 0) === value) equal++;
    }
    return below + (equal - 1) / 2;
  });
}
