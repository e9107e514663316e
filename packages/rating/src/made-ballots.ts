// Ballots for the tests of this package.
import type { Ballot } from "./ballot.ts";
import { type Random, randomIndex, shuffled } from "./random.ts";
import { winProbability } from "./scale.ts";

/** A full order, best first. */
export const order = (...models: number[]): Ballot => ({ models, ranks: models.map((_, i) => i + 1) });

/** A weak order, best first; models of one list are tied. */
export function tiers(...groups: number[][]): Ballot {
  return { models: groups.flat(), ranks: groups.flatMap((group, rank) => group.map(() => rank + 1)) };
}

/** Duels between random models whose strengths are `theta` nats, some tied. */
export function randomDuels(theta: readonly number[], votes: number, random: Random, ties = 0.1): Ballot[] {
  return Array.from({ length: votes }, () => {
    const [a = 0, b = 0] = shuffled([...theta.keys()], random);
    if (random() < ties) return tiers([a, b]);
    const won = random() < winProbability((theta[a] ?? 0) - (theta[b] ?? 0));
    return won ? order(a, b) : order(b, a);
  });
}

/** Orders of k random models, drawn from Plackett-Luce. */
export function randomOrders(theta: readonly number[], k: number, votes: number, random: Random): Ballot[] {
  return Array.from({ length: votes }, () => {
    const shown = shuffled([...theta.keys()], random).slice(0, k);
    // The order of theta + Gumbel noise is a Plackett-Luce order.
    const noisy = shown.map((model) => ({
      model,
      key: (theta[model] ?? 0) - Math.log(-Math.log(1 - random())),
    }));
    return order(...noisy.sort((x, y) => y.key - x.key).map(({ model }) => model));
  });
}

/** Weak orders of k random models with random ranks. */
export function randomTiers(n: number, k: number, votes: number, random: Random): Ballot[] {
  return Array.from({ length: votes }, () => {
    const models = shuffled([...Array(n).keys()], random).slice(0, k);
    return { models, ranks: models.map(() => randomIndex(random, 3) + 1) };
  });
}
