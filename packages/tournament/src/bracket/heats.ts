import { outOf, type Plan, type PlannedMatch, plan, planned, type Source, seat } from "./plan.ts";

/** Deals sources, best first, to heats in serpentine order: left to right, then right to left, and so on. */
function serpentine(sources: readonly Source[], heats: number): Source[][] {
  const dealt = Array.from({ length: heats }, (): Source[] => []);
  sources.forEach((source, index) => {
    const column = index % heats;
    const heat = Math.floor(index / heats) % 2 === 0 ? column : heats - 1 - column;
    dealt[heat]?.push(source);
  });
  return dealt;
}

/** Adds a round of heats; returns who goes on, best first: winners, then seconds, moved so that heat-mates part. */
function addHeats(
  matches: PlannedMatch[],
  round: number,
  heats: readonly (readonly Source[])[],
  advance: number,
): Source[] {
  const from = matches.length;
  heats.forEach((heat, index) => {
    matches.push(planned("main", round, index + 1, heat, advance));
  });
  return Array.from({ length: advance * heats.length }, (_, index) => {
    const rank = Math.floor(index / heats.length);
    const shift = Math.floor((rank * heats.length) / advance);
    return outOf(from + ((index + shift) % heats.length), rank);
  });
}

/**
 * Heats of `k` of which the best `advance` (a divisor of `k`) go on. From the second round on every heat is
 * full; the first round holds just as many heats as it takes to get there, the top seeds enter in the second.
 * With one going on these are `ceil((entrants - 1) / (k - 1))` heats, the fewest there can be.
 */
export function heatsPlan(entrants: number, k: number, advance: number): Plan {
  let room = k;
  while ((room * k) / advance < entrants) room = (room * k) / advance;
  const matches: PlannedMatch[] = [];
  let sources: Source[] = Array.from({ length: entrants }, (_, index) => seat(index));
  let round = 1;
  if (entrants > room) {
    const heats = Math.ceil((entrants - room) / (k - advance));
    const direct = room - heats * advance;
    const dealt = serpentine(sources.slice(direct), heats);
    sources = [...sources.slice(0, direct), ...addHeats(matches, round++, dealt, advance)];
  }
  while (sources.length > k) {
    sources = addHeats(matches, round++, serpentine(sources, sources.length / k), advance);
  }
  addHeats(matches, round, [sources], 1);
  return plan(matches);
}
