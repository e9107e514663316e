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
import { shuffledIndices } from "../draw/shuffle.ts";
import { absences, type Setup } from "../setup.ts";
import { withSlot } from "../sparse-list.ts";
import type { Note } from "../view.ts";
import { circleRounds, type Pair, pairsOf } from "./pairs.ts";
import { fresh, type PoolMatch, type PoolOptions, type PoolState, type Sheet, sheetWith } from "./state.ts";
import { swissBatches, withNextBatch } from "./swiss.ts";

function roundsOf(options: PoolOptions, entrants: number): number {
  switch (options.format) {
    case "round-robin":
      return circleRounds(entrants);
    case "anchored":
      return options.anchors.length;
    case "swiss":
      return 0;
  }
}

/** Why a pairing has no battle, or null. */
function forfeitNote(state: PoolState, pair: Pair, prompt: number): Note | null {
  if (pair.some((entrant) => state.withdrawn.includes(entrant))) return "withdrawn";
  return pair.some((entrant) => state.absences[entrant]?.includes(prompt)) ? "missing-output" : null;
}

/** Decides the open pairings of a sheet that cannot be played; the same sheet if there is none. */
function withForfeits(state: PoolState, sheet: Sheet, pairs: readonly Pair[]): Sheet {
  const matches = pairs.map((pair, position): PoolMatch | null => {
    const match = sheet.matches[position] ?? null;
    const note = match?.ranks || match?.forfeit ? null : forfeitNote(state, pair, sheet.prompt);
    if (note === null) return match;
    const { version } = match ?? fresh;
    return { version: note === "withdrawn" ? version + 1 : version, ranks: null, forfeit: note };
  });
  const same = matches.every((match, position) => match === (sheet.matches[position] ?? null));
  return same ? sheet : sheetWith({ ...sheet, matches }, pairs.length);
}

export function startPool(setup: Setup, options: PoolOptions): PoolState {
  const { entrants, prompts, seed } = setup;
  const empty: PoolState = {
    format: options.format,
    entrants,
    prompts,
    seed,
    options,
    absences: absences(setup),
    withdrawn: [],
    draw: shuffledIndices(entrants, `${seed}/draw`),
    batches: options.format === "swiss" ? swissBatches(prompts, options, seed) : [],
    begun: 0,
    sheets: [],
  };
  const rounds = roundsOf(options, entrants);
  const sheets = Array.from({ length: prompts }, (_, prompt) =>
    Array.from({ length: rounds }, (_, round) => {
      const pairs = pairsOf(empty, { round });
      return withForfeits(empty, sheetWith({ prompt, round, matches: [] }, pairs.length), pairs);
    }),
  );
  return withNextBatch({ ...empty, sheets });
}

export function poolId(sheet: Sheet, position: number): string {
  return `p${sheet.prompt}.b${sheet.round + 1}.m${position + 1}`;
}

export interface Located {
  readonly sheet: Sheet;
  readonly sheetIndex: number;
  readonly position: number;
  readonly pair: Pair;
  readonly match: PoolMatch;
}

export function locate(state: PoolState, id: string): Located | null {
  const [, prompt, round, position] = /^p(\d+)\.b(\d+)\.m(\d+)$/.exec(id)?.map(Number) ?? [];
  const sheets = state.sheets[prompt ?? -1] ?? [];
  const sheetIndex = sheets.findIndex((sheet) => sheet.round + 1 === round);
  const sheet = sheets[sheetIndex];
  const index = (position ?? 0) - 1;
  const pair = sheet && pairsOf(state, sheet)[index];
  if (!sheet || !pair || poolId(sheet, index) !== id) return null;
  return { sheet, sheetIndex, position: index, pair, match: sheet.matches[index] ?? fresh };
}

export function* poolBattles(state: PoolState): Generator<Battle> {
  for (const sheet of state.sheets.flat()) {
    if (sheet.open === 0) continue;
    for (const [position, entrants] of pairsOf(state, sheet).entries()) {
      const { version, ranks, forfeit } = sheet.matches[position] ?? fresh;
      if (ranks || forfeit) continue;
      yield { match: poolId(sheet, position), version, game: 0, entrants, prompt: sheet.prompt };
    }
  }
}

function storing(state: PoolState, found: Located, match: PoolMatch): PoolState {
  const { sheet, sheetIndex, position } = found;
  const matches = withSlot(sheet.matches, position, match);
  const size = sheet.open + sheet.forfeits + sheet.matches.filter((old) => old?.ranks).length;
  const sheets = (state.sheets[sheet.prompt] ?? []).with(sheetIndex, sheetWith({ ...sheet, matches }, size));
  return { ...state, sheets: state.sheets.with(sheet.prompt, sheets) };
}

/** Ids of the pairings a transition has brought into being. */
function begunSince(before: PoolState, after: PoolState): string[] {
  if (before.begun === after.begun) return [];
  const sheets = after.sheets.flat().filter(({ round }) => round >= before.begun);
  return sheets.flatMap((sheet) => pairsOf(after, sheet).map((_, position) => poolId(sheet, position)));
}

function applied(after: PoolState, changed: readonly string[]): Applied {
  const state = withNextBatch(after);
  return { kind: "applied", state, changed: [...changed, ...begunSince(after, state)] };
}

export function applyToPool(state: PoolState, outcome: Outcome): Applied {
  const found = locate(state, outcome.match);
  if (!found || outcome.game !== 0) return late("unknown-match");
  const { match, pair } = found;
  if (outcome.version !== match.version) return late("old-version");
  if (match.ranks || match.forfeit) return late("already-decided");
  const ranks = outcomeRanks(outcome, pair);
  if (!ranks) return late("bad-ranks");
  return applied(storing(state, found, { version: match.version, ranks }), [outcome.match]);
}

/** No pairing takes an entrant from another one: a correction touches its own alone. */
export function correctPool(state: PoolState, id: string, ruling: Ruling): Applied {
  const found = locate(state, id);
  if (!found) return late("unknown-match");
  if (!found.match.ranks) return late("not-decided");
  const version = found.match.version + 1;
  if (ruling.kind === "void") {
    const opened = storing(state, found, { version, ranks: null });
    return withdrawnFrom(opened, [id]);
  }
  if (!ranksFit(ruling.ranks, 2)) return late("bad-ranks");
  const ranks = competitionRanks(ruling.ranks);
  return applied(storing(state, found, { version, ranks, corrected: true }), [id]);
}

/** Turns open pairings of those who have left into forfeits. */
function withdrawnFrom(state: PoolState, touched: readonly string[]): Applied {
  const changed = new Set(touched);
  const sheets = state.sheets.map((old) =>
    old.map((sheet) => {
      if (sheet.open === 0) return sheet;
      const next = withForfeits(state, sheet, pairsOf(state, sheet));
      next.matches.forEach((match, position) => {
        if (match !== (sheet.matches[position] ?? null)) changed.add(poolId(sheet, position));
      });
      return next;
    }),
  );
  return applied({ ...state, sheets }, [...changed]);
}

export function withdrawFromPool(state: PoolState, entrant: number): Applied {
  if (!mayWithdraw(state, entrant)) return late("unknown-entrant");
  return withdrawnFrom({ ...state, withdrawn: [...state.withdrawn, entrant] }, []);
}

export function poolIsDone(state: PoolState): boolean {
  return state.begun === state.batches.length && state.sheets.flat().every(({ open }) => open === 0);
}
