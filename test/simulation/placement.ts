import { parseOptions, type ScheduleState } from "@agon/tournament";
import { apply, nextSome, standings, start } from "@agon/tournament/schedule";
import { errorFreeVoter } from "./voters.ts";
import { ladderWorld, placesOf, stream } from "./world.ts";

export interface Placement {
  /** Battles after which the newcomer stood in its true place until the end; Infinity if it does not. */
  readonly exactAfter: number;
  /** Battles the schedule asked for until it was sure. */
  readonly battles: number;
}

function begin(rated: number, strengths: readonly number[], seed: number): ScheduleState {
  const parsed = parseOptions("placement", {});
  if (!parsed.ok) throw new Error("the defaults are refused");
  const setup = { entrants: rated + 1, prompts: 30, seed, ratings: strengths, options: parsed.options };
  return start("placement", setup);
}

const placeOf = (state: ScheduleState, entrant: number): number | null =>
  standings(state).find((standing) => standing.entrant === entrant)?.place ?? null;

/**
 * A newcomer of random strength meets `rated` models whose order is known.
 *
 * Assumptions: an error-free voter; the schedule's own defaults, that is battles of the newcomer with three
 * others, a stop at 90 % certainty and an assumed error rate of 10 %, which this voter never uses.
 */
export function placeNewcomer(rated: number, seed: number): Placement {
  const world = ladderWorld(rated + 1, 1, stream(seed, "world"));
  const voter = errorFreeVoter(world);
  const truth = (placesOf(world)[rated] ?? 0) + 1;
  let state = begin(rated, [...world.slice(0, rated), 0], seed);
  let exactAfter = Number.POSITIVE_INFINITY;
  let battles = 0;
  for (let [battle] = nextSome(state, 1); battle; [battle] = nextSome(state, 1)) {
    const applied = apply(state, { ...battle, ranks: voter(battle.entrants) });
    if (applied.kind === "late") throw new Error(applied.reason);
    state = applied.state;
    battles++;
    if (placeOf(state, rated) !== truth) exactAfter = Number.POSITIVE_INFINITY;
    else exactAfter = Math.min(exactAfter, battles);
  }
  return { exactAfter, battles };
}
