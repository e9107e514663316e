import type { PlannedMatch } from "./plan.ts";
import type { MatchRecord } from "./record.ts";
import { bestOf, certainGames, isOver, type SeriesRule } from "./series.ts";
import type { BracketOptions, BracketState, Group } from "./state.ts";

/** A match with its entrants, ready to be played: which prompts, who can take part, what is known. */
export interface Contest {
  readonly match: PlannedMatch;
  readonly entrants: readonly number[];
  /** Those who had not withdrawn while it was open. */
  readonly able: readonly number[];
  /** In playing order, without prompts none of the entrants has an output for. */
  readonly prompts: readonly number[];
  readonly games: MatchRecord["games"];
}

function promptsInOrder(state: BracketState, group: Group, index: number): readonly number[] {
  if (group.prompt !== null) return [group.prompt];
  // Every match starts elsewhere in the published order, so that short series spread over all prompts.
  const shift = (index * 7) % state.promptOrder.length;
  return [...state.promptOrder.slice(shift), ...state.promptOrder.slice(0, shift)];
}

/** Those who have an output for the prompt, in the same order. */
export function holders(state: BracketState, entrants: readonly number[], prompt: number): number[] {
  return entrants.filter((entrant) => !state.absences[entrant]?.includes(prompt));
}

export function contest(
  state: BracketState,
  group: Group,
  index: number,
  match: PlannedMatch,
  entrants: readonly number[],
): Contest {
  const record = group.records[index];
  // A withdrawal after the end must not change how a decided match reads.
  const able = record?.result ? entrants : entrants.filter((entrant) => !state.withdrawn.includes(entrant));
  // Withdrawals must not shift the prompts of games already played, hence all entrants and not the able ones.
  const prompts = promptsInOrder(state, group, index).filter(
    (prompt) => holders(state, entrants, prompt).length > 0,
  );
  return { match, entrants, able, prompts, games: record?.games ?? [] };
}

/** Ranks per place of a game that needs no battle, because at most one able entrant has an output. */
function walkover(state: BracketState, contest: Contest, game: number): number[] | null {
  const prompt = contest.prompts[game];
  if (prompt === undefined) return null;
  const [first, second] = holders(state, contest.able, prompt);
  if (second !== undefined) return null;
  return contest.entrants.map((entrant) => (first === undefined || entrant === first ? 1 : 2));
}

/** Ranks per place of a game, or null while it is to be played. */
export function gameRanks(state: BracketState, contest: Contest, game: number): readonly number[] | null {
  return contest.games[game] ?? walkover(state, contest, game);
}

/** Whether matches are duels; a heat of two is still a heat. */
export function hasDuels(options: BracketOptions): boolean {
  return options.format !== "k-wise-elimination";
}

export function seriesRule(state: BracketState, contest: Contest): SeriesRule {
  const prompts = contest.prompts.length;
  const asked = "bestOf" in state.options ? state.options.bestOf : null;
  return {
    bestOf: bestOf(asked, prompts),
    prompts,
    earlyStop: "earlyStop" in state.options && state.options.earlyStop,
  };
}

function heatGames(state: BracketState, contest: Contest): number {
  const asked = "games" in state.options ? state.options.games : 1;
  return Math.min(asked, contest.prompts.length);
}

/** The most games of the match unless it is level after them. */
export function gamesNeeded(state: BracketState, contest: Contest): number {
  return hasDuels(state.options) ? seriesRule(state, contest).bestOf : heatGames(state, contest);
}

/** What the games known without a gap say. */
interface Run {
  readonly played: number;
  /** Wins of the first place minus wins of the second. */
  readonly lead: number;
  readonly over: boolean;
  /** Whether any of them was a battle. */
  readonly judged: boolean;
}

export function duelRun(state: BracketState, contest: Contest, rule: SeriesRule): Run {
  let lead = 0;
  let judged = false;
  for (let game = 0; ; game++) {
    if (isOver(rule, game, lead)) return { played: game, lead, over: true, judged };
    const ranks = gameRanks(state, contest, game);
    if (!ranks) return { played: game, lead, over: false, judged };
    lead += Math.sign((ranks[1] ?? 0) - (ranks[0] ?? 0));
    judged ||= contest.games[game] != null;
  }
}

/** Games that are needed whatever happens: those to ask for now. */
export function openGames(state: BracketState, contest: Contest): number[] {
  const rule = seriesRule(state, contest);
  const run = hasDuels(state.options) ? duelRun(state, contest, rule) : null;
  const until = run ? certainGames(rule, run.played, run.lead) : heatGames(state, contest);
  const open: number[] = [];
  for (let game = run?.played ?? 0; game < until; game++) {
    if (!gameRanks(state, contest, game)) open.push(game);
  }
  return open;
}

/** Wins per place of a series, over the games that count. */
export function score(state: BracketState, contest: Contest): number[] | null {
  if (!hasDuels(state.options)) return null;
  let won = 0;
  let lost = 0;
  const { played } = duelRun(state, contest, seriesRule(state, contest));
  for (let game = 0; game < played; game++) {
    const [first = 0, second = 0] = gameRanks(state, contest, game) ?? [];
    if (first < second) won++;
    if (second < first) lost++;
  }
  return [won, lost];
}

/** Entrants from best to worst; equals stand by their seat: earlier position of the draw, higher seed. */
export function orderOf(group: Group, entrants: readonly number[], ranks: readonly number[]): number[] {
  const rank = new Map(entrants.map((entrant, place) => [entrant, ranks[place] ?? entrants.length]));
  const bySeat = entrants.map((entrant) => ({ entrant, seat: group.seats.indexOf(entrant) }));
  bySeat.sort((a, b) => (rank.get(a.entrant) ?? 0) - (rank.get(b.entrant) ?? 0) || a.seat - b.seat);
  return bySeat.map(({ entrant }) => entrant);
}
