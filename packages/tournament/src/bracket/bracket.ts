import {
  type Applied,
  type Battle,
  competitionRanks,
  late,
  type Outcome,
  outcomeRanks,
  type Ruling,
  ranksFit,
} from "../battle.ts";
import { seats } from "../draw/seeding.ts";
import { shuffledIndices } from "../draw/shuffle.ts";
import { absences, type Setup } from "../setup.ts";
import { withSlot } from "../sparse-list.ts";
import { type Contest, holders, openGames } from "./contest.ts";
import { ranked } from "./decision.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plans.ts";
import { type MatchRecord, reset, tally, untouched } from "./record.ts";
import { contestOf, type Draft, draft, replace, settle, settled } from "./settle.ts";
import type { BracketOptions, BracketState, Group } from "./state.ts";

/** Whether every prompt has a bracket of its own. */
export function isPerPrompt(options: BracketOptions): boolean {
  return options.format === "single-elimination" || ("scope" in options && options.scope === "prompt");
}

function drawn(setup: Setup, options: BracketOptions, prompt: number | null): number[] {
  if (prompt !== null) return shuffledIndices(setup.entrants, `${setup.seed}/draw/${prompt}`);
  return seats(setup.entrants, "seeding" in options ? options.seeding : null, setup.seed, setup.ratings);
}

export function startBracket(setup: Setup, options: BracketOptions): BracketState {
  const plan = planOf({ options, entrants: setup.entrants });
  const records = plan.matches.map(() => null);
  const state: BracketState = {
    format: options.format,
    entrants: setup.entrants,
    prompts: setup.prompts,
    seed: setup.seed,
    options,
    absences: absences(setup),
    withdrawn: [],
    promptOrder: shuffledIndices(setup.prompts, `${setup.seed}/prompts`),
    groups: [],
  };
  const prompts = isPerPrompt(options)
    ? Array.from({ length: setup.prompts }, (_, prompt) => prompt)
    : [null];
  const groups = prompts.map((prompt) => {
    const group = { prompt, seats: drawn(setup, options, prompt), records, tally: tally(records) };
    const change = draft(state, plan, group);
    settle(change, records.keys());
    return settled(change);
  });
  return { ...state, groups };
}

export interface Located {
  readonly plan: Plan;
  readonly group: Group;
  readonly groupIndex: number;
  readonly index: number;
  readonly record: MatchRecord;
}

export function matchId(group: Group, local: string): string {
  return group.prompt === null ? local : `p${group.prompt}.${local}`;
}

export function locate(state: BracketState, id: string): Located | null {
  const plan = planOf(state);
  const [, prompt, local = id] = /^p(0|[1-9]\d*)\.(.+)$/.exec(id) ?? [];
  const groupIndex = Number(prompt ?? 0);
  const group = state.groups[groupIndex];
  const index = plan.indexOf.get(local);
  if (!group || index === undefined || matchId(group, local) !== id) return null;
  return { plan, group, groupIndex, index, record: group.records[index] ?? untouched };
}

function battlesOf(state: BracketState, group: Group, index: number): Battle[] {
  const plan = planOf(state);
  const record = group.records[index] ?? untouched;
  const contest = record.result ? null : contestOf(state, plan, group, index);
  if (!contest) return [];
  return openGames(state, contest).map((game) => {
    const prompt = contest.prompts[game] ?? 0;
    const entrants = holders(state, contest.able, prompt);
    return { match: matchId(group, contest.match.id), version: record.version, game, entrants, prompt };
  });
}

export function* readyBattles(state: BracketState): Generator<Battle> {
  for (const group of state.groups) {
    if (group.tally.open === 0) continue;
    for (const index of group.records.keys()) yield* battlesOf(state, group, index);
  }
}

function withGroup(state: BracketState, { plan, group, groupIndex }: Located, change: Draft): Applied {
  const groups = state.groups.with(groupIndex, settled(change));
  const changed = [...change.changed].map((index) => matchId(group, plan.matches[index]?.id ?? ""));
  return { kind: "applied", state: { ...state, groups }, changed };
}

/** Ranks of a battle spread over the places; who was not shown comes last. */
function placeRanks(contest: Contest, shown: readonly number[], ranks: readonly number[]): number[] {
  return contest.entrants.map((entrant) => ranks[shown.indexOf(entrant)] ?? shown.length + 1);
}

export function applyToBracket(state: BracketState, outcome: Outcome): Applied {
  const found = locate(state, outcome.match);
  if (!found) return late("unknown-match");
  const { plan, group, index, record } = found;
  if (record.result) return late(record.version === outcome.version ? "already-decided" : "old-version");
  if (record.version !== outcome.version) return late("old-version");
  const contest = contestOf(state, plan, group, index);
  if (!contest) return late("not-ready");
  if (record.games[outcome.game] != null) return late("already-decided");
  if (!openGames(state, contest).includes(outcome.game)) return late("not-ready");
  const shown = holders(state, contest.able, contest.prompts[outcome.game] ?? 0);
  const ranks = outcomeRanks(outcome, shown);
  if (!ranks) return late("bad-ranks");
  const games = withSlot(record.games, outcome.game, placeRanks(contest, shown, ranks));
  const change = draft(state, plan, group);
  change.group.records[index] = { ...record, games };
  change.changed.add(index);
  settle(change, [index]);
  return withGroup(state, found, change);
}

export function correctBracket(state: BracketState, id: string, ruling: Ruling): Applied {
  const found = locate(state, id);
  if (!found) return late("unknown-match");
  const { plan, group, index, record } = found;
  const contest = contestOf(state, plan, group, index);
  if (record.result?.kind !== "decided" || !contest) return late("not-decided");
  const opened = reset(record);
  const change = draft(state, plan, group);
  if (ruling.kind === "void") {
    replace(change, index, opened);
  } else {
    if (!ranksFit(ruling.ranks, contest.entrants.length)) return late("bad-ranks");
    const result = ranked(group, contest, competitionRanks(ruling.ranks), null);
    replace(change, index, {
      ...opened,
      games: record.games,
      result: { ...result, note: result.note ?? "corrected" },
    });
  }
  settle(change, change.changed);
  return withGroup(state, found, change);
}
