import type { Applied, Battle, Outcome, Ruling } from "./battle.ts";
import { bracketEngine } from "./bracket/engine.ts";
import { startBracket } from "./bracket/start.ts";
import type { Chart } from "./chart.ts";
import { type NextOptions, type Running, running } from "./engine.ts";
import type { Format } from "./format.ts";
import { leagueEngine } from "./league/engine.ts";
import { startLeague } from "./league/league.ts";
import { placementEngine } from "./placement/engine.ts";
import { startPlacement } from "./placement/placement.ts";
import { poolEngine } from "./pool/engine.ts";
import { startPool } from "./pool/pool.ts";
import { TournamentError } from "./problem.ts";
import { checkSetup, type Setup } from "./setup.ts";
import { sortEngine } from "./sort/engine.ts";
import { startSort } from "./sort/sort.ts";
import type { ScheduleState } from "./state.ts";
import type { GroupView, MatchView, Progress, RoundView, Standing } from "./view.ts";

/**
 * The state before the first battle; byes and forfeits are settled in it.
 *
 * @throws TournamentError for a setup that `checkSetup` refuses: fewer than 2 or more than 1,024 entrants,
 * no prompts, K larger than the field, options of another format, indices out of range.
 */
export function start(format: Format, setup: Setup): ScheduleState {
  const problem = checkSetup(format, setup);
  if (problem) throw new TournamentError(problem);
  const { options } = setup;
  switch (options.format) {
    case "single-elimination":
    case "series":
    case "double-elimination":
    case "k-wise-elimination":
      return startBracket(setup, options);
    case "k-wise-league":
      return startLeague(setup, options);
    case "swiss":
    case "round-robin":
    case "anchored":
      return startPool(setup, options);
    case "sort":
      return startSort(setup, options);
    case "placement":
      return startPlacement(setup, options);
  }
}

function run(state: ScheduleState): Running {
  switch (state.format) {
    case "single-elimination":
    case "series":
    case "double-elimination":
    case "k-wise-elimination":
      return running(bracketEngine, state);
    case "k-wise-league":
      return running(leagueEngine, state);
    case "swiss":
    case "round-robin":
    case "anchored":
      return running(poolEngine, state);
    case "sort":
      return running(sortEngine, state);
    case "placement":
      return running(placementEngine, state);
  }
}

/** Every battle that is ready now, found one by one. A `k-wise-league` has new ones as long as it is asked. */
export function ready(state: ScheduleState, options: NextOptions = {}): Iterable<Battle> {
  return run(state).ready(options);
}

/** The first `limit` battles that are ready now. */
export function nextSome(state: ScheduleState, limit: number, options: NextOptions = {}): Battle[] {
  const battles: Battle[] = [];
  if (limit < 1) return battles;
  for (const battle of ready(state, options)) {
    if (battles.push(battle) >= limit) break;
  }
  return battles;
}

/** Every battle that is ready now; of a `k-wise-league` as many as show each entrant about once. */
export function next(state: ScheduleState, options: NextOptions = {}): Battle[] {
  if (state.format !== "k-wise-league") return [...ready(state, options)];
  return nextSome(state, Math.max(1, Math.floor(state.entrants / state.options.k)), options);
}

/**
 * The state after one verdict. An outcome of an old version, for a decided or unknown match, or one that does
 * not fit its battle is `late`: nothing changes.
 */
export function apply(state: ScheduleState, outcome: Outcome): Applied {
  return run(state).apply(outcome);
}

/**
 * Changes (`ranks`, one per place) or voids a decided match. Matches that took from it what it no longer
 * gives are reset, with theirs in turn; their versions rise, so that battles under way arrive late.
 */
export function correct(state: ScheduleState, match: string, ruling: Ruling): Applied {
  return run(state).correct(match, ruling);
}

/** Takes an entrant out: decided matches stand, its open and later ones are forfeits, never rated. */
export function withdraw(state: ScheduleState, entrant: number): Applied {
  return run(state).withdraw(entrant);
}

export function done(state: ScheduleState): boolean {
  return run(state).done();
}

export function matches(state: ScheduleState): MatchView[] {
  return run(state).views();
}

export function match(state: ScheduleState, id: string): MatchView | null {
  return run(state).view(id);
}

export function progress(state: ScheduleState): Progress {
  return run(state).progress();
}

/** The groups of matches there are now: one a prompt, or one. */
export function groups(state: ScheduleState): GroupView[] {
  return run(state).groups();
}

/** Match ids by bracket and round; `group` = of one prompt only. Of a `k-wise-league`, its latest matches. */
export function rounds(state: ScheduleState, group?: number): RoundView[] {
  return run(state).rounds(group);
}

/** What there is to draw beside the matches; `group` = the prompt that is looked at. */
export function chart(state: ScheduleState, group: number | null = null): Chart {
  return run(state).chart(group);
}

/** Everybody, best first. */
export function standings(state: ScheduleState): Standing[] {
  return run(state).standings();
}
