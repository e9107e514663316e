import { type Random, randomNormal, seededRandom } from "@agon/rating";

/** True strengths in nats by model. */
export type World = Float64Array;

/**
 * `models` strengths at equal distances, `gap` nats apart, in random order of the indices.
 * Assumption: K-Sort Arena's protocol only asks for the order, so that any distances will do.
 */
export function ladderWorld(models: number, gap: number, random: Random): World {
  return permuted(
    Float64Array.from({ length: models }, (_, place) => -gap * place),
    random,
  );
}

/** `models` strengths at equal distances that span `span` nats, in random order of the indices. */
export const evenWorld = (models: number, span: number, random: Random): World =>
  ladderWorld(models, span / (models - 1), random);

/** `models` strengths drawn from N(0, sd^2), sd in nats. */
export function normalWorld(models: number, sd: number, random: Random): World {
  return Float64Array.from({ length: models }, () => sd * randomNormal(random));
}

function permuted(values: Float64Array, random: Random): World {
  const result = values.slice();
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = result[last] ?? 0;
    result[last] = result[other] ?? 0;
    result[other] = held;
  }
  return result;
}

/** Place of every model by strength, 0 = best; equal strengths stand in the order of their indices. */
export function placesOf(strengths: ArrayLike<number>): number[] {
  const order = Array.from(strengths, (strength, model) => ({ strength, model }));
  order.sort((a, b) => b.strength - a.strength || a.model - b.model);
  const places = new Array<number>(order.length).fill(0);
  order.forEach(({ model }, place) => {
    places[model] = place;
  });
  return places;
}

/** A standard Gumbel draw: two of them differ by a logistic one, which is what Bradley-Terry assumes. */
export const gumbel = (random: Random): number => -Math.log(-Math.log(1 - random()));

/**
 * Quality of the one stored output of every model and prompt: strength + Gumbel, row per model. Whoever
 * compares two outputs twice compares the same two numbers.
 */
export function storedQualities(world: World, prompts: number, random: Random): Float64Array[] {
  return Array.from(world, (strength) =>
    Float64Array.from({ length: prompts }, () => strength + gumbel(random)),
  );
}

/** An independent stream of random numbers for one part of one trial. */
export const stream = (seed: number | string, part: string): Random => seededRandom(`${seed}/${part}`);
