import type { MatchStatus, Note } from "../view.ts";

/** How a match ended. */
export interface Result {
  readonly kind: Exclude<MatchStatus, "awaiting" | "ready">;
  /** One rank per place; null where nobody was compared. */
  readonly ranks: readonly number[] | null;
  /** The entrants from best to worst, ties broken. */
  readonly order: readonly number[];
  readonly note: Note | null;
}

/** What a match remembers; a match nothing has happened to is stored as null. */
export interface MatchRecord {
  readonly version: number;
  /** Ranks per place of every game; null = not played, though a later one was. */
  readonly games: readonly (readonly number[] | null)[];
  readonly result: Result | null;
}

export const untouched: MatchRecord = { version: 1, games: [], result: null };

/** The record with everything forgotten and a higher version, so that what is under way arrives late. */
export function reset(record: MatchRecord | null | undefined): MatchRecord {
  return { version: (record ?? untouched).version + 1, games: [], result: null };
}

export interface Tally {
  readonly decided: number;
  readonly forfeits: number;
  /** Byes and matches that will not be played. */
  readonly spared: number;
  readonly open: number;
}

export function tally(records: readonly (MatchRecord | null)[]): Tally {
  let decided = 0;
  let forfeits = 0;
  let spared = 0;
  for (const record of records) {
    const kind = record?.result?.kind;
    if (kind === "decided" || kind === "forfeit") decided++;
    if (kind === "forfeit") forfeits++;
    if (kind === "bye" || kind === "void") spared++;
  }
  return { decided, forfeits, spared, open: records.length - decided - spared };
}
