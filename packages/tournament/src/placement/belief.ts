// A noisy binary search (Burnashev and Zigangirov 1974): the newcomer's place is one of n + 1 gaps in the ladder
// of n rated entrants; every comparison is wrong with a fixed probability. Only products and sums: the same
// numbers on every machine.

/** One comparison with the rung of this index (0 = best); a tie says nothing about the side. */
export interface Comparison {
  readonly rung: number;
  readonly newcomer: "ahead" | "behind" | "level";
}

/** Probability of every place 0..rungs, where place p means that p rungs are better; all places equal at first. */
export function belief(rungs: number, comparisons: readonly Comparison[], errorRate: number): number[] {
  let weights = Array.from({ length: rungs + 1 }, () => 1 / (rungs + 1));
  for (const { rung, newcomer } of comparisons) {
    if (newcomer === "level") continue;
    const raw = weights.map(
      (weight, place) => weight * (place <= rung === (newcomer === "ahead") ? 1 - errorRate : errorRate),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    weights = raw.map((weight) => weight / sum);
  }
  return weights;
}

/** The most probable place; of equals the middle one. */
export function likeliestPlace(weights: readonly number[]): number {
  const top = Math.max(...weights);
  const best = [...weights.keys()].filter((place) => (weights[place] ?? 0) > top - 1e-12);
  return best[Math.floor(best.length / 2)] ?? 0;
}

/** The fewest neighbouring places that hold at least `share` of the belief; of equals those before the others. */
export function credibleRange(weights: readonly number[], share: number): [first: number, last: number] {
  let best: [number, number] = [0, weights.length - 1];
  let sum = 0;
  let first = 0;
  for (const [last, weight] of weights.entries()) {
    sum += weight;
    while (sum - (weights[first] ?? 0) >= share - 1e-12) sum -= weights[first++] ?? 0;
    if (sum >= share - 1e-12 && last - first < best[1] - best[0]) best = [first, last];
  }
  return best;
}

/**
 * `count` different rungs that cut the belief into equal parts: one is the median, three are the quartiles.
 * Only `able` rungs are taken, the nearest ones to the cuts. Fewer if there are not enough.
 */
export function quantileRungs(weights: readonly number[], able: readonly number[], count: number): number[] {
  const taken: number[] = [];
  for (let part = 1; part <= Math.min(count, able.length); part++) {
    const cut = quantile(weights, part / (count + 1));
    const free = able.filter((rung) => !taken.includes(rung));
    taken.push(free.reduce((best, rung) => (Math.abs(rung - cut) < Math.abs(best - cut) ? rung : best)));
  }
  return taken;
}

/** The rung that parts the belief at `share`: that much of it lies on places up to this rung. */
function quantile(weights: readonly number[], share: number): number {
  let sum = 0;
  for (const [place, weight] of weights.entries()) {
    // Comparing with rung r tells places 0..r from the rest: the cut that comes closest to the share.
    if (sum + weight >= share) return sum + weight - share <= share - sum ? place : place - 1;
    sum += weight;
  }
  return weights.length - 2;
}
