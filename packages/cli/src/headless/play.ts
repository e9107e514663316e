// Plays a planned tournament to its end: the same schedules, judges and ratings as on a server, in one process.
import type { Judge, Judgement, JudgeOutput } from "@agon/judge";
import { type Rating, rate } from "@agon/rating";
import type { Battle, ScheduleState } from "@agon/tournament";
import { apply, done, next, progress, standings } from "@agon/tournament/schedule";
import { InputError } from "../failure.ts";
import { inTurn } from "./in-turn.ts";
import type { Plan } from "./plan.ts";
import { contextOf, outputsOf } from "./shown.ts";

/** What a tournament's log would hold of one battle. */
export interface PlayedBattle {
  readonly match: string;
  readonly models: readonly number[];
  /** Number of the prompt in the table. */
  readonly prompt: number;
  readonly judgement: Exclude<Judgement, { status: "pending" | "undecidable" | "failed" }>;
}

export interface RunResult {
  /** In the order of the schedule. */
  readonly battles: readonly PlayedBattle[];
  readonly matches: number;
  readonly forfeits: number;
  readonly rating: Rating;
  /** Brackets won, by number of the model. */
  readonly titles: readonly number[];
  readonly state: ScheduleState;
  /** Why it ended before its end; null when it did not. */
  readonly stopped: Extract<Judgement, { status: "failed" }> | null;
}

export interface PlaySettings {
  readonly judge: Judge;
  /** Battles judged at a time; default 1. */
  readonly concurrency?: number;
  /** Told of each battle. */
  readonly onBattle?: (battle: PlayedBattle) => void;
}

/** Rounds in which battles are tried whose judge failed in a way that may pass. */
const rounds = 3;

type Judged = PlayedBattle | Extract<Judgement, { status: "failed" }>;

const isPlayed = (judged: Judged): judged is PlayedBattle => !("status" in judged);

async function judgeOne(plan: Plan, judge: Judge, battle: Battle): Promise<Judged> {
  const outputs = outputsOf(plan, battle);
  const context = contextOf(plan, battle);
  const judgement = await judge({ outputs }, context);
  const prompt = plan.prompts[battle.prompt] ?? -1;
  const { match, entrants: models } = battle;
  if (judgement.status === "failed") return judgement;
  if (judgement.status === "pending" || judgement.status === "undecidable") {
    const reason = judgement.status === "undecidable" ? judgement.reason : "The judge did not decide";
    const slug = plan.table.prompts[prompt]?.slug ?? prompt;
    throw new InputError(`${reason} (prompt ${slug})`, "Choose another --judge, or complete the files.");
  }
  return { match, models, prompt, judgement };
}

/** Without a verdict nobody wins: a tie for the schedule, which has its own rule for those, and no rating. */
const ranksOf = ({ judgement, models }: PlayedBattle): readonly number[] =>
  judgement.status === "decided" ? judgement.ranks : models.map(() => 1);

function played(state: ScheduleState, battle: Battle, ranks: readonly number[]): ScheduleState {
  const { match, version, game, entrants, prompt } = battle;
  const applied = apply(state, { match, version, game, ranks, entrants, prompt });
  if (applied.kind === "late")
    throw new Error(`The schedule refused its own battle ${match}: ${applied.reason}`);
  return applied.state;
}

const length = (outputs: readonly JudgeOutput[]): number =>
  outputs.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);

/**
 * The longest battle goes first and alone: a wrong key, an unknown model or a text that is too long shows before
 * anything else is sent.
 */
function longestOf(plan: Plan, battles: readonly Battle[]): number {
  const lengths = battles.map((battle) => length(outputsOf(plan, battle)));
  return lengths.indexOf(lengths.reduce((most, each) => Math.max(most, each), 0));
}

/** All battles of a batch, judged; those that failed for good or again and again are told as failures. */
async function judgeBatch(
  plan: Plan,
  battles: readonly Battle[],
  settings: PlaySettings,
  isFirst: boolean,
): Promise<Judged[]> {
  const { judge, concurrency = 1, onBattle = () => {} } = settings;
  const results: Judged[] = [];
  let isStopped = false;
  const judgeAt = async (at: number): Promise<void> => {
    const battle = battles[at];
    if (battle === undefined || isStopped) return;
    const judged = await judgeOne(plan, judge, battle);
    results[at] = judged;
    if (isPlayed(judged)) onBattle(judged);
    else if (!judged.failure.retryable) isStopped = true;
  };
  let open = [...battles.keys()];
  if (isFirst && concurrency > 1) {
    const first = longestOf(plan, battles);
    await judgeAt(first);
    const judged = results[first];
    if (judged !== undefined && !isPlayed(judged)) return results;
  }
  for (let round = 0; round < rounds && !isStopped; round++) {
    open = open.filter((at) => {
      const judged = results[at];
      return judged === undefined || !isPlayed(judged);
    });
    await inTurn(open, concurrency, judgeAt);
  }
  return results;
}

function ratingOf({ table, seed }: Plan, battles: readonly PlayedBattle[]): Rating {
  const decided = battles.flatMap(({ judgement, models, prompt }) =>
    judgement.status === "decided" ? [{ models, ranks: judgement.ranks, cluster: prompt }] : [],
  );
  const method = decided.every(({ models }) => models.length === 2) ? "bradley-terry" : "plackett-luce";
  return rate(table.models.length, decided, { method, seed });
}

/**
 * Plays a tournament to its end and rates all its verdicts: Bradley-Terry for duels, else Plackett-Luce, with
 * intervals clustered by prompt. The same verdicts give the same result, however many are judged at a time.
 *
 * @throws InputError when the judge can never decide a battle
 */
export async function playRun(plan: Plan, settings: PlaySettings): Promise<RunResult> {
  const battles: PlayedBattle[] = [];
  let state = plan.schedule;
  let stopped: RunResult["stopped"] = null;
  while (!done(state) && stopped === null) {
    const batch = next(state);
    if (batch.length === 0) throw new Error("The schedule is not over but has no battle");
    const results = await judgeBatch(plan, batch, settings, battles.length === 0);
    for (const [at, battle] of batch.entries()) {
      const judged = results[at];
      if (judged !== undefined && isPlayed(judged)) {
        battles.push(judged);
        state = played(state, battle, ranksOf(judged));
      } else if (judged !== undefined) stopped = sterner(stopped, judged);
    }
  }
  const { decided, forfeits } = progress(state);
  const titles = plan.table.models.map(() => 0);
  for (const { entrant, titles: won } of standings(state)) titles[entrant] = won;
  return { battles, matches: decided, forfeits, rating: ratingOf(plan, battles), titles, state, stopped };
}

/** Of two failures the one that will not pass by itself. */
function sterner(known: RunResult["stopped"], found: NonNullable<RunResult["stopped"]>) {
  return known === null || (known.failure.retryable && !found.failure.retryable) ? found : known;
}
