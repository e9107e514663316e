import { add, at, dot } from "./cells.ts";
import { type Random, randomNormal } from "./random.ts";

/**
 * Share of `draws` of N(theta, V) in which each of m models is the best. V is m x m and may be
 * singular, as the covariance of centred thetas always is.
 */
export function firstProbabilities(
  theta: Float64Array,
  covariance: Float64Array,
  draws: number,
  random: Random,
): Float64Array {
  const m = theta.length;
  const root = semidefiniteRoot(covariance, m);
  const firsts = new Float64Array(m);
  const noise = new Float64Array(m);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < m; i++) noise[i] = randomNormal(random);
    let best = 0;
    let top = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < m; i++) {
      const value = at(theta, i) + dot(root, i * m, noise, 0, i + 1);
      if (value > top) [best, top] = [i, value];
    }
    add(firsts, best, 1);
  }
  return firsts.map((count) => count / draws);
}

/** Cholesky factor that leaves out directions without variance. */
function semidefiniteRoot(covariance: Float64Array, m: number): Float64Array {
  const root = new Float64Array(m * m);
  for (let j = 0; j < m; j++) {
    const variance = at(covariance, j * m + j);
    const left = variance - dot(root, j * m, root, j * m, j);
    if (left <= 1e-10 * variance || !(left > 0)) continue;
    const pivot = Math.sqrt(left);
    root[j * m + j] = pivot;
    for (let i = j + 1; i < m; i++) {
      root[i * m + j] = (at(covariance, i * m + j) - dot(root, i * m, root, j * m, j)) / pivot;
    }
  }
  return root;
}
