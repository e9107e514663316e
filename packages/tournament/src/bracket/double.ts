import { addRounds, slots } from "./knock-out.ts";
import { outOf, type Plan, type PlannedMatch, plan, planned, type Source } from "./plan.ts";

/** Adds one round of the lower bracket; returns its winners. */
function lowerRound(matches: PlannedMatch[], round: number, pairs: readonly (readonly Source[])[]): Source[] {
  return pairs.map((pair, index) => outOf(matches.push(planned("lower", round, index + 1, pair)) - 1, 0));
}

function inPairs(sources: readonly Source[]): Source[][] {
  return Array.from({ length: sources.length / 2 }, (_, index) => sources.slice(2 * index, 2 * index + 2));
}

function halvesSwapped(sources: readonly Source[]): Source[] {
  const middle = sources.length / 2;
  return [...sources.slice(middle), ...sources.slice(0, middle)];
}

type Fall = (losers: readonly Source[]) => readonly Source[];

const reversed: Fall = (losers) => losers.toReversed();
const both: Fall = (losers) => halvesSwapped(losers.toReversed());
const asTheyAre: Fall = (losers) => losers;

/**
 * The orders in which the losers of the main rounds fall into the lower bracket, in turn. They keep those who
 * have met apart there for 2, 3, 4, 6 and 7 rounds in brackets of 8, 16, 32, 64 and 128: no other sequence of
 * these four orders does it for longer.
 */
const falls: readonly Fall[] = [reversed, halvesSwapped, both, asTheyAre];

/**
 * The lower bracket: the losers of the first round pair up; then, in turn, the survivors meet the losers of
 * the next main round and each other.
 */
function lowerBracket(matches: PlannedMatch[], main: readonly (readonly number[])[]): Source {
  const [first = [], ...later] = main.map((round) => round.map((match) => outOf(match, 1)));
  let alive = first;
  let round = 0;
  later.forEach((losers, drop) => {
    alive = lowerRound(matches, ++round, inPairs(alive));
    const falling = (falls[drop % falls.length] ?? asTheyAre)(losers);
    const pairs = alive.flatMap((survivor, index) => [[survivor, ...falling.slice(index, index + 1)]]);
    alive = lowerRound(matches, ++round, pairs);
  });
  const [survivor] = alive;
  if (!survivor) throw new RangeError("a lower bracket needs at least one loser");
  return survivor;
}

/**
 * Double elimination, padded like the knock-out. If the winner of the lower bracket takes the grand final,
 * both have lost once and a second final decides.
 */
export function doublePlan(entrants: number): Plan {
  const matches: PlannedMatch[] = [];
  const main = addRounds(matches, slots(entrants));
  const unbeaten = outOf(matches.length - 1, 0);
  const finalists = [unbeaten, lowerBracket(matches, main)];
  const final = matches.push(planned("final", 1, 1, finalists)) - 1;
  matches.push({ ...planned("final", 2, 1, finalists), resetOf: final });
  return plan(matches);
}
