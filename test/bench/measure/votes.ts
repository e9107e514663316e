import { addBallotToCounts, type Ballot, emptyCounts, type PairCounts, type Random } from "@agon/rating";
import { normalWorld, stream, type World } from "../../simulation/world.ts";

/** Strengths N(0, 1) nats; pairs at random; Bradley-Terry verdicts. */
export function randomDuels(models: number, votes: number, seed: string, clusters?: number): Ballot[] {
  const world = normalWorld(models, 1, stream(seed, "world"));
  const random = stream(seed, "votes");
  return Array.from({ length: votes }, (_, vote) => {
    const ballot = randomDuel(world, random);
    return clusters === undefined ? ballot : { ...ballot, cluster: vote % clusters };
  });
}

function randomDuel(world: World, random: Random): Ballot {
  const a = Math.floor(random() * world.length);
  const b = (a + 1 + Math.floor(random() * (world.length - 1))) % world.length;
  const wins = random() < 1 / (1 + Math.exp((world[b] ?? 0) - (world[a] ?? 0)));
  return { models: [a, b], ranks: wins ? [1, 2] : [2, 1] };
}

export function countsOf(models: number, ballots: readonly Ballot[]): PairCounts {
  const counts = emptyCounts(models);
  for (const ballot of ballots) addBallotToCounts(counts, ballot);
  return counts;
}
