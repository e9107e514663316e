// A tournament inside an arena: the pure schedule, with entrants and prompts as the arena numbers them.
import {
  type Applied,
  type Battle,
  checkSetup,
  type Outcome,
  parseOptions,
  type Setup,
} from "@agon/tournament";
import { apply as applyOutcome, done, start } from "@agon/tournament/schedule";
import type { TournamentSetup, VerdictEvent } from "./event.ts";
import { type ArenaState, isShowable, type TournamentState } from "./state.ts";

export interface SetupProblem {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
}

/** The schedule's view of a setup: who lacks an output, and how the field is rated now. */
export function scheduleSetup(state: ArenaState, setup: TournamentSetup): Setup | SetupProblem {
  const options = parseOptions(setup.format, setup.options);
  if (!options.ok) {
    const { code, pointer, detail } = options.problems[0] ?? unreadable;
    return { code, pointer: `/options${pointer}`, detail };
  }
  const mean = state.ratings.get(setup.criterion)?.posterior.mean;
  return {
    entrants: setup.entrants.length,
    prompts: setup.prompts.length,
    seed: setup.seed,
    options: options.options,
    missing: missingOutputs(state, setup),
    ratings: setup.entrants.map((model) => mean?.[model] ?? 0),
  };
}

const unreadable: SetupProblem = { code: "bad_options", pointer: "", detail: "cannot be read" };

export function setupProblem(state: ArenaState, setup: TournamentSetup): SetupProblem | null {
  const scheduled = scheduleSetup(state, setup);
  return "code" in scheduled ? scheduled : checkSetup(setup.format, scheduled);
}

function missingOutputs(state: ArenaState, { entrants, prompts }: TournamentSetup): [number, number][] {
  return entrants.flatMap((model, entrant) =>
    prompts.flatMap((number, prompt): [number, number][] =>
      isShowable(state, model, number) ? [] : [[entrant, prompt]],
    ),
  );
}

export function createTournament(
  state: ArenaState,
  number: number,
  setup: TournamentSetup,
  at: number,
  seq: number,
): TournamentState {
  const scheduled = scheduleSetup(state, setup);
  if ("code" in scheduled) throw new Error(`tournament ${number} was accepted with ${scheduled.detail}`);
  const schedule = start(setup.format, scheduled);
  const { title, paceMs } = setup;
  const status = done(schedule) ? "completed" : setup.start ? "running" : "scheduled";
  return { number, setup, title, paceMs, status, schedule, createdAt: at, seq };
}

/** The verdict as the schedule reads it: ranks of the entrants in the order shown. */
export function outcomeOf(tournament: TournamentState, verdict: VerdictEvent): Outcome | null {
  const ref = verdict.battle;
  if (ref === undefined) return null;
  return {
    match: ref.match,
    version: ref.version,
    game: ref.game,
    ranks: verdict.ranks,
    entrants: verdict.models.map((model) => tournament.setup.entrants.indexOf(model)),
    prompt: tournament.setup.prompts.indexOf(verdict.prompt),
    ...(verdict.firstOnly ? { firstOnly: true } : {}),
  };
}

export const decideBattle = (tournament: TournamentState, verdict: VerdictEvent): Applied => {
  const outcome = outcomeOf(tournament, verdict);
  return outcome === null
    ? { kind: "late", reason: "unknown-match" }
    : applyOutcome(tournament.schedule, outcome);
};

/** The models and prompt of a battle, by the arena's numbers. */
export const battleModels = ({ setup }: TournamentState, battle: Battle) => ({
  models: battle.entrants.map((entrant) => setup.entrants[entrant] ?? -1),
  prompt: setup.prompts[battle.prompt] ?? -1,
});
