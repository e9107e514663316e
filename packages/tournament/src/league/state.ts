import type { KWiseLeagueOptions } from "../options.ts";
import { withSlot } from "../sparse-list.ts";

/** A battle of the league that was judged, or voided and is to be judged again (`ranks` null). */
export interface LeagueMatch {
  readonly entrants: readonly number[];
  readonly prompt: number;
  readonly version: number;
  readonly ranks: readonly number[] | null;
  /** Only the best was named. */
  readonly firstOnly?: true;
  readonly corrected?: true;
}

export interface LeagueState {
  readonly format: "k-wise-league";
  readonly entrants: number;
  readonly prompts: number;
  readonly seed: string | number;
  readonly options: KWiseLeagueOptions;
  readonly absences: readonly (readonly number[])[];
  readonly withdrawn: readonly number[];
  /** Matches by number in blocks of `blockSize`; null = not judged yet. */
  readonly blocks: readonly (readonly (LeagueMatch | null)[])[];
  readonly decided: number;
  /** No number below this one is open. */
  readonly firstOpen: number;
  /** Decided battles per entrant. */
  readonly games: readonly number[];
}

const blockSize = 256;

export function leagueMatch(state: LeagueState, number: number): LeagueMatch | null {
  return state.blocks[Math.floor(number / blockSize)]?.[number % blockSize] ?? null;
}

function withMatch({ blocks }: LeagueState, number: number, match: LeagueMatch): LeagueState["blocks"] {
  const block = Math.floor(number / blockSize);
  const filled = withSlot(blocks[block] ?? [], number % blockSize, match);
  const before = Array.from({ length: block }, (_, index) => blocks[index] ?? []);
  return [...before, filled, ...blocks.slice(block + 1)];
}

/** The state with one match set and `firstOpen` brought up to date. */
export function storing(state: LeagueState, number: number, match: LeagueMatch): LeagueState {
  const next = { ...state, blocks: withMatch(state, number, match) };
  let firstOpen = match.ranks ? state.firstOpen : Math.min(state.firstOpen, number);
  while (leagueMatch(next, firstOpen)?.ranks) firstOpen++;
  return { ...next, firstOpen };
}

/** Every match with its number, voided ones included. */
export function* leagueMatches(state: LeagueState): Generator<[number: number, match: LeagueMatch]> {
  for (const [block, matches] of state.blocks.entries()) {
    for (const [slot, match] of matches.entries()) if (match) yield [block * blockSize + slot, match];
  }
}

/** The highest numbers that have a match, lowest first. */
export function latestNumbers(state: LeagueState, count: number): number[] {
  const numbers: number[] = [];
  for (let number = state.blocks.length * blockSize - 1; number >= 0 && numbers.length < count; number--) {
    if (leagueMatch(state, number)) numbers.push(number);
  }
  return numbers.reverse();
}
