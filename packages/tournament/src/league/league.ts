// K-Sort Arena's free-for-all (Li et al. 2024): battles of K without rounds. Which K meet is the matchmaker's
// choice, which is handed in; what it chose comes back with the outcome, so that a replay needs no matchmaker.

import {
  type Applied,
  type Battle,
  competitionRanks,
  late,
  mayWithdraw,
  type Outcome,
  outcomeRanks,
  type Ruling,
  ranksFit,
} from "../battle.ts";
import type { KWiseLeagueOptions } from "../options.ts";
import { absences, type Setup } from "../setup.ts";
import { candidates, drawnPrompt, drawnSet, isPlayable } from "./drawn-set.ts";
import { type LeagueMatch, type LeagueState, leagueMatch, leagueMatches, storing } from "./state.ts";

/** What a matchmaker is told. */
export interface PickRequest {
  /** Number of the battle, from 0. */
  readonly number: number;
  /** The prompt the schedule would play: prompts are spread evenly. */
  readonly prompt: number;
  readonly k: number;
  /** Entrants with an output for the prompt that have not withdrawn. */
  readonly candidates: readonly number[];
  /** Decided battles per entrant. */
  readonly games: readonly number[];
}

/** What it answers: at least two different candidates, or null = no battle now. */
export type Pick = (request: PickRequest) => { entrants: readonly number[]; prompt?: number } | null;

/** How far ahead of the decided battles a number may lie: battles handed out and not answered. */
const maxAhead = 65_536;

export function startLeague(setup: Setup, options: KWiseLeagueOptions): LeagueState {
  return {
    format: "k-wise-league",
    entrants: setup.entrants,
    prompts: setup.prompts,
    seed: setup.seed,
    options,
    absences: absences(setup),
    withdrawn: [],
    blocks: [],
    decided: 0,
    firstOpen: 0,
    games: Array.from({ length: setup.entrants }, () => 0),
  };
}

export function leagueId(number: number): string {
  return `b${number + 1}`;
}

export function leagueNumber(id: string): number | null {
  return /^b[1-9]\d{0,8}$/.test(id) ? Number(id.slice(1)) - 1 : null;
}

/** A battle not judged yet has version 1, raised by every withdrawal, since that changes the drawn sets. */
function versionOf(state: LeagueState, number: number): number {
  return leagueMatch(state, number)?.version ?? state.withdrawn.length + 1;
}

export function leagueIsOver(state: LeagueState): boolean {
  if (state.options.budget !== null && state.decided >= state.options.budget) return true;
  return !Array.from({ length: state.prompts }).some((_, prompt) => isPlayable(state, prompt));
}

function limit(state: LeagueState): number {
  const ahead = state.decided + maxAhead;
  return state.options.budget === null ? ahead : Math.min(state.options.budget, ahead);
}

function fieldFor(state: LeagueState, number: number, pick: Pick | undefined): Omit<Battle, "game"> | null {
  const open = leagueMatch(state, number);
  const match = leagueId(number);
  const version = versionOf(state, number);
  if (open) return { match, version, entrants: open.entrants, prompt: open.prompt };
  const prompt = drawnPrompt(state, number);
  if (prompt === null) return null;
  if (!pick) return { match, version, entrants: drawnSet(state, number, prompt), prompt };
  const request = {
    number,
    prompt,
    k: state.options.k,
    candidates: candidates(state, prompt),
    games: state.games,
  };
  const picked = pick(request);
  return picked && { match, version, entrants: picked.entrants, prompt: picked.prompt ?? prompt };
}

/** Battles in the order of their numbers, those in `taken` left out; it ends when the matchmaker has none. */
export function* leagueBattles(
  state: LeagueState,
  pick: Pick | undefined,
  taken: ReadonlySet<string>,
): Generator<Battle> {
  if (leagueIsOver(state)) return;
  for (let number = state.firstOpen; number < limit(state); number++) {
    if (leagueMatch(state, number)?.ranks || taken.has(leagueId(number))) continue;
    const field = fieldFor(state, number, pick);
    if (!field) return;
    yield { ...field, game: 0 };
  }
}

function isAllowed(state: LeagueState, entrants: readonly number[], prompt: number): boolean {
  const able = new Set(candidates(state, prompt));
  const distinct = new Set(entrants).size === entrants.length;
  return distinct && entrants.length >= 2 && entrants.length <= 8 && entrants.every((one) => able.has(one));
}

function recount(state: LeagueState, { entrants }: LeagueMatch, change: 1 | -1): LeagueState {
  const games = state.games.map((count, entrant) => (entrants.includes(entrant) ? count + change : count));
  return { ...state, decided: state.decided + change, games };
}

export function applyToLeague(state: LeagueState, outcome: Outcome): Applied {
  const number = leagueNumber(outcome.match);
  if (number === null || number >= limit(state) || outcome.game !== 0) return late("unknown-match");
  const open = leagueMatch(state, number);
  const version = versionOf(state, number);
  if (outcome.version !== version) return late("old-version");
  if (open?.ranks || leagueIsOver(state)) return late("already-decided");
  const prompt = open?.prompt ?? outcome.prompt ?? drawnPrompt(state, number);
  if (prompt === null || !Number.isInteger(prompt) || prompt < 0 || prompt >= state.prompts)
    return late("bad-entrants");
  const entrants = open?.entrants ?? outcome.entrants ?? drawnSet(state, number, prompt);
  if (!isAllowed(state, entrants, prompt)) return late("bad-entrants");
  const ranks = outcomeRanks(outcome, entrants);
  if (!ranks) return late("bad-ranks");
  const match = { entrants: [...entrants], prompt, version, ranks };
  const kept: LeagueMatch = outcome.firstOnly ? { ...match, firstOnly: true } : match;
  const next = recount(storing(state, number, kept), match, 1);
  return { kind: "applied", state: next, changed: [outcome.match] };
}

/** Sets were chosen, not derived: a correction touches its own battle alone. */
export function correctLeague(state: LeagueState, id: string, ruling: Ruling): Applied {
  const number = leagueNumber(id);
  const match = number === null ? null : leagueMatch(state, number);
  if (number === null || !match) return late("unknown-match");
  if (!match.ranks) return late("not-decided");
  const { entrants, prompt } = match;
  const version = match.version + 1;
  if (ruling.kind === "void") {
    const opened = recount(storing(state, number, { entrants, prompt, version, ranks: null }), match, -1);
    return { kind: "applied", state: opened, changed: [id] };
  }
  if (!ranksFit(ruling.ranks, entrants.length)) return late("bad-ranks");
  const ranks = competitionRanks(ruling.ranks);
  const next = storing(state, number, { entrants, prompt, version, ranks, corrected: true });
  return { kind: "applied", state: next, changed: [id] };
}

/** Judged battles stand; a voided one that showed the entrant gets a new set. */
export function withdrawFromLeague(state: LeagueState, entrant: number): Applied {
  if (!mayWithdraw(state, entrant)) return late("unknown-entrant");
  let next: LeagueState = { ...state, withdrawn: [...state.withdrawn, entrant] };
  const changed: string[] = [];
  for (const [number, match] of leagueMatches(state)) {
    if (match.ranks || !match.entrants.includes(entrant)) continue;
    const prompt = drawnPrompt(next, number) ?? match.prompt;
    const entrants = drawnSet(next, number, prompt);
    next = storing(next, number, { entrants, prompt, version: match.version + 1, ranks: null });
    changed.push(leagueId(number));
  }
  return { kind: "applied", state: next, changed };
}
