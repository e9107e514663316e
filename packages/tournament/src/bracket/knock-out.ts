import { bracketSize, slotOrder } from "../draw/seeding.ts";
import { nobody, outOf, type Plan, type PlannedMatch, plan, planned, type Source, seat } from "./plan.ts";

/** Sources of the first round in slot order; the empty slots lie opposite the top seeds. */
export function slots(entrants: number): Source[] {
  return slotOrder(bracketSize(entrants)).map((seed) => (seed > entrants ? nobody : seat(seed - 1)));
}

/** Adds rounds of duels until one source is left; returns the match indices by round. */
export function addRounds(matches: PlannedMatch[], first: readonly Source[]): number[][] {
  const rounds: number[][] = [];
  let sources = first;
  while (sources.length > 1) {
    const pairs = Array.from({ length: sources.length / 2 }, (_, index) =>
      sources.slice(2 * index, 2 * index + 2),
    );
    const round = pairs.map(
      (pair, index) => matches.push(planned("main", rounds.length + 1, index + 1, pair)) - 1,
    );
    rounds.push(round);
    sources = round.map((match) => outOf(match, 0));
  }
  return rounds;
}

/**
 * A knock-out padded to a power of two by standard seeding: byes go to the top seeds, and every entrant
 * count gives `entrants - 1` matches between two entrants. The third-place match needs two semi-finals.
 */
export function knockOutPlan(entrants: number, thirdPlace: boolean): Plan {
  const matches: PlannedMatch[] = [];
  const rounds = addRounds(matches, slots(entrants));
  const semis = rounds.at(-2);
  if (thirdPlace && semis) {
    const losers = semis.map((match) => outOf(match, 1));
    matches.splice(-1, 0, planned("third", 1, 1, losers));
  }
  return plan(matches);
}
