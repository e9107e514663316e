// Gives battles of tournaments to language models and panels: as many at once as their endpoints take, and none that
// their caps do not cover.
import {
  type ArenaState,
  battleId,
  battleModels,
  decideBattle,
  findJudge,
  type JudgeState,
  mayBeShown,
  type TournamentState,
} from "@agon/arena";
import type { JudgeDefinition, LlmDefinition } from "@agon/contract";
import { ready } from "@agon/tournament/schedule";
import type { JudgeMessage } from "../judging/message.ts";
import type { IssuedBattles } from "./issued.ts";
import { pickFor } from "./league-pick.ts";

/** Dollars that every judge has cost, and what a battle of it costs. */
export interface Purse {
  readonly spentUsd: (judge: string) => number;
  readonly battleUsd: (definition: JudgeDefinition, battle: Pick<JudgeMessage, "models">) => number;
}

/** Messages beyond the calls at once, so that the queue never runs dry. */
const ahead = 2;
const mostAtOnce = 64;
/** Ready battles looked through for those nobody holds. */
const battlesLookedThrough = 5_000;

const judgedByMachine = ({ setup }: TournamentState): boolean =>
  setup.judge.kind === "llm" || setup.judge.kind === "panel";

export const machineTournaments = (state: ArenaState): TournamentState[] =>
  state.tournaments.filter((one) => one.status === "running" && judgedByMachine(one));

/** The judge of a tournament, as the arena knows it. */
function judgeOfTournament(state: ArenaState, { setup }: TournamentState): JudgeState | undefined {
  return "judge" in setup.judge ? findJudge(state, setup.judge.judge) : undefined;
}

/** Whether the log still waits for a verdict on a battle. */
export function isOpen(state: ArenaState, { battle, models, prompt, criterion }: JudgeMessage): boolean {
  const tournament = state.tournaments[battle.tournament - 1];
  if (tournament === undefined || tournament.status === "cancelled") return false;
  if (!mayBeShown(state, { models, prompt })) return false;
  const judge = { kind: "llm", id: "" } as const;
  const tie = {
    type: "verdict",
    criterion,
    judge,
    models,
    prompt,
    ranks: models.map(() => 1),
    battle,
  } as const;
  return decideBattle(tournament, tie).kind === "applied";
}

/** The language models that are asked: the judge itself, or the members of the panel. */
export function membersOf(state: ArenaState, definition: JudgeDefinition): LlmDefinition[] {
  if (definition.kind === "llm") return [definition];
  if (definition.kind === "rule") return [];
  return definition.members.flatMap((slug) => {
    const member = findJudge(state, slug)?.definition;
    return member?.kind === "llm" ? [member] : [];
  });
}

/** Battles to be sent out now; each is leased from here on. */
export function issueJudging(
  state: ArenaState,
  arena: number,
  issued: IssuedBattles,
  purse: Purse,
  now: number,
): JudgeMessage[] {
  issued.expire(now);
  if (state.settings?.status === "paused") return [];
  return machineTournaments(state).flatMap((tournament) => {
    const judge = judgeOfTournament(state, tournament);
    if (judge?.status !== "active") return [];
    return issueTournament(state, arena, tournament, judge.definition, issued, purse, now);
  });
}

function issueTournament(
  state: ArenaState,
  arena: number,
  tournament: TournamentState,
  definition: JudgeDefinition,
  issued: IssuedBattles,
  purse: Purse,
  now: number,
): JudgeMessage[] {
  const members = membersOf(state, definition);
  const calls = Math.max(1, ...members.map((member) => member.max_concurrency));
  const window = Math.min(mostAtOnce, calls * ahead);
  const messages: JudgeMessage[] = [];
  const held = (message: JudgeMessage) => issued.holds(message.issue, now);
  for (const message of readyBattles(state, arena, tournament, definition.slug, issued)) {
    if (issued.running(definition.slug).length >= window) break;
    if (held(message)) continue;
    const usd = purse.battleUsd(definition, message);
    if (!covers([definition, ...members], issued, purse, usd)) break;
    issued.give(message, usd, now);
    messages.push(message);
  }
  return messages;
}

/** Whether every cap covers one more battle beside those under way. */
export function covers(
  definitions: readonly JudgeDefinition[],
  issued: IssuedBattles,
  purse: Purse,
  usd: number,
): boolean {
  return definitions.every(({ slug, max_cost: cap }) => {
    if (cap === null) return true;
    const reserved = issued.running(slug).reduce((sum, { reservedUsd }) => sum + reservedUsd, 0);
    return purse.spentUsd(slug) + reserved + usd <= cap;
  });
}

function* readyBattles(
  state: ArenaState,
  arena: number,
  tournament: TournamentState,
  judge: string,
  issued: IssuedBattles,
): Generator<JudgeMessage> {
  const pick = pickFor(state, tournament, Math.random);
  const mine = issued.running(judge).filter(({ message }) => message.battle.tournament === tournament.number);
  const taken = new Set(mine.map(({ message }) => message.battle.match));
  let looked = 0;
  for (const battle of ready(tournament.schedule, { pick, taken })) {
    if (++looked > battlesLookedThrough) return;
    const shown = battleModels(tournament, battle);
    if (!mayBeShown(state, shown)) continue;
    const ref = {
      tournament: tournament.number,
      match: battle.match,
      version: battle.version,
      game: battle.game,
    };
    yield {
      arena,
      issue: battleId(ref),
      judge,
      criterion: tournament.setup.criterion,
      battle: ref,
      ...inOneOrder(shown, battle.ordered ?? false),
      ordered: battle.ordered ?? false,
    };
  }
}

/** The same set is always put in the same way, so that a repeated battle finds its answers; the judge shuffles it. */
const inOneOrder = <T extends { readonly models: readonly number[] }>(battle: T, ordered: boolean): T =>
  ordered ? battle : { ...battle, models: battle.models.toSorted((a, b) => a - b) };
