// A tournament over outputs in files: the same schedules, judges and ratings as on a server, in one process.
import { type JudgeSpec, judgeFor, type RuleJudge } from "@agon/judge";
import { type Rating, rate, seededRandom, shuffled } from "@agon/rating";
import {
  type Battle,
  type Format,
  type FormatOptions,
  parseOptions,
  type ScheduleState,
  TournamentError,
} from "@agon/tournament";
import { apply, done, next, progress, standings, start } from "@agon/tournament/schedule";
import { InputError } from "../failure.ts";
import type { OutputTable } from "./outputs.ts";

export interface RunOptions {
  readonly format: Format;
  /** Options of the format; models are named, not numbered. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly judge: Exclude<JudgeSpec, { kind: "human" }>;
  readonly seed: number;
  /** So many of the prompts, drawn by the seed; all when left out. */
  readonly prompts?: number | undefined;
}

/** What a tournament is made of before its first battle. */
export interface Plan {
  readonly table: OutputTable;
  /** Numbers of the table's prompts. */
  readonly prompts: readonly number[];
  readonly schedule: ScheduleState;
  readonly seed: number;
}

export interface RunResult {
  readonly battles: number;
  readonly matches: number;
  readonly forfeits: number;
  readonly rating: Rating;
  /** Brackets won, by number of the model. */
  readonly titles: readonly number[];
}

function chosenPrompts({ prompts }: OutputTable, { prompts: wanted, seed }: RunOptions): number[] {
  const all = [...prompts.keys()];
  if (wanted === undefined || wanted >= all.length) return all;
  return shuffled(all, seededRandom(`prompts ${seed}`))
    .slice(0, wanted)
    .sort((a, b) => a - b);
}

function missingOf(table: OutputTable, prompts: readonly number[]): [number, number][] {
  return prompts.flatMap((prompt, place) =>
    table.models.flatMap((_, model): [number, number][] =>
      table.at(model, prompt) === null ? [[model, place]] : [],
    ),
  );
}

function numberOf(table: OutputTable, name: unknown, option: string): number {
  const number = table.models.indexOf(String(name));
  if (number < 0) throw new InputError(`--option ${option}: there is no model "${String(name)}"`);
  return number;
}

/** Options as the schedule takes them: models by number. */
function scheduleOptions(table: OutputTable, { format, options: given }: RunOptions): FormatOptions {
  const { anchors, newcomer, ...others } = given;
  const names = anchors === undefined || Array.isArray(anchors) ? anchors : [anchors];
  const parsed = parseOptions(format, {
    ...others,
    ...(names === undefined ? {} : { anchors: names.map((name) => numberOf(table, name, "anchors")) }),
    ...(newcomer === undefined ? {} : { newcomer: numberOf(table, newcomer, "newcomer") }),
  });
  if (parsed.ok) return parsed.options;
  const [problem] = parsed.problems;
  throw new InputError(`--option ${problem?.pointer.slice(1) ?? ""}: ${problem?.detail ?? "is not valid"}`);
}

/** Sets a tournament up. Throws `InputError` for a setup that cannot be played to an end. */
export function planRun(table: OutputTable, options: RunOptions): Plan {
  const prompts = chosenPrompts(table, options);
  const { seed, format } = options;
  try {
    const chosen = scheduleOptions(table, options);
    if (chosen.format === "k-wise-league" && chosen.budget === null) {
      throw new InputError(`A ${format} has no end of its own`, "Say how many battles: --option budget=500.");
    }
    const missing = missingOf(table, prompts);
    const setup = { entrants: table.models.length, prompts: prompts.length, seed, options: chosen, missing };
    return { table, prompts, schedule: start(format, setup), seed };
  } catch (error) {
    throw error instanceof TournamentError
      ? new InputError(`The tournament cannot be set up: ${error.message}`)
      : error;
  }
}

/** Everything that a tournament's log would hold of one battle. */
interface Judged {
  readonly models: readonly number[];
  readonly ranks: readonly number[];
  readonly cluster: number;
}

function decide({ table, prompts }: Plan, judge: RuleJudge, { entrants, prompt }: Battle): readonly number[] {
  const number = prompts[prompt] ?? -1;
  const about = table.prompts[number];
  const outputs = entrants.map((model) => table.at(model, number) ?? { content: null, score: null });
  const judgement = judge({ outputs }, { reference: about?.reference ?? null });
  if (judgement.status === "decided") return judgement.ranks;
  const reason = judgement.status === "undecidable" ? judgement.reason : "The judge did not decide";
  throw new InputError(
    `${reason} (prompt ${about?.slug ?? number})`,
    "Choose another --judge, or complete the files.",
  );
}

function played(state: ScheduleState, battle: Battle, ranks: readonly number[]): ScheduleState {
  const { match, version, game, entrants, prompt } = battle;
  const applied = apply(state, { match, version, game, ranks, entrants, prompt });
  if (applied.kind === "late")
    throw new Error(`The schedule refused its own battle ${match}: ${applied.reason}`);
  return applied.state;
}

/**
 * Plays a tournament to its end and rates all its battles: Bradley-Terry for duels, else Plackett-Luce, with
 * intervals clustered by prompt.
 *
 * @param onBattle told after each battle
 * @throws InputError when the judge cannot decide a battle
 */
export function playRun(plan: Plan, spec: JudgeSpec, onBattle: () => void = () => {}): RunResult {
  const judge = judgeFor(spec);
  const verdicts: Judged[] = [];
  let state = plan.schedule;
  while (!done(state)) {
    const battles = next(state);
    if (battles.length === 0) throw new Error("The schedule is not over but has no battle");
    for (const battle of battles) {
      const ranks = decide(plan, judge, battle);
      verdicts.push({ models: battle.entrants, ranks, cluster: battle.prompt });
      state = played(state, battle, ranks);
      onBattle();
    }
  }
  const { decided, forfeits } = progress(state);
  const method = verdicts.every(({ models }) => models.length === 2) ? "bradley-terry" : "plackett-luce";
  const titles = plan.table.models.map(() => 0);
  for (const { entrant, titles: won } of standings(state)) titles[entrant] = won;
  const rating = rate(plan.table.models.length, verdicts, { method, seed: plan.seed });
  return { battles: verdicts.length, matches: decided, forfeits, rating, titles };
}
