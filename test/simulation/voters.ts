import { type Random, randomNormal, shuffled } from "@agon/rating";
import { gumbel, placesOf, type World } from "./world.ts";

/** Puts the models that are shown in order: rank 1 is best, one rank per slot. */
export type Voter = (models: readonly number[]) => number[];

/** Sees every difference, however small. */
export function errorFreeVoter(world: World): Voter {
  return (models) => ranksBy(models.map((model) => world[model] ?? 0));
}

/**
 * Adjacent flips: a Mallows model around the true order of the K that are shown, P(order) ~ phi^inversions,
 * with phi such that two neighbours alone are swapped with probability `flip`. Drawn by repeated insertion.
 */
export function mallowsVoter(world: World, flip: number, random: Random): Voter {
  const phi = flip / (1 - flip);
  return (models) => {
    const order: number[] = [];
    for (const slot of slotsByPlace(world, models))
      order.splice(insertionPlace(order.length, phi, random), 0, slot);
    const ranks = models.map(() => 0);
    order.forEach((slot, place) => {
      ranks[slot] = place + 1;
    });
    return ranks;
  };
}

/** Slots of the shown models from best to worst. */
function slotsByPlace(world: World, models: readonly number[]): number[] {
  const places = placesOf(models.map((model) => world[model] ?? 0));
  return [...models.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
}

/** Where the next worse model enters a list of `length` better ones: v places before the end costs phi^v. */
function insertionPlace(length: number, phi: number, random: Random): number {
  let total = 0;
  for (let v = 0; v <= length; v++) total += phi ** v;
  let left = random() * total;
  for (let v = 0; v < length; v++) {
    left -= phi ** v;
    if (left < 0) return length - v;
  }
  return 0;
}

/** Every look at an output adds N(0, sd^2) to its strength, sd in logits (nats). */
export function noisyVoter(world: World, sd: number, random: Random): Voter {
  return (models) => ranksBy(models.map((model) => (world[model] ?? 0) + sd * randomNormal(random)));
}

/** Chooses as Plackett and Luce say (and Bradley and Terry of two): a Gumbel look at every output. */
export function plackettLuceVoter(world: World, random: Random): Voter {
  return (models) => ranksBy(models.map((model) => (world[model] ?? 0) + gumbel(random)));
}

/** Answers `share` of the battles with an order by lot. */
export function carelessVoter(careful: Voter, share: number, random: Random): Voter {
  return (models) => {
    if (random() >= share) return careful(models);
    return shuffled(
      models.map((_, slot) => slot + 1),
      random,
    );
  };
}

function ranksBy(values: readonly number[]): number[] {
  return placesOf(values).map((place) => place + 1);
}
