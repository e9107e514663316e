import type { AnchoredOptions, RoundRobinOptions, SwissOptions } from "../options.ts";
import type { Note } from "../view.ts";

export type PoolOptions = RoundRobinOptions | AnchoredOptions | SwissOptions;

/** What became of one pairing; a pairing nothing has happened to is stored as null or not at all. */
export interface PoolMatch {
  readonly version: number;
  readonly ranks: readonly number[] | null;
  /** Set where there was or will be no battle. */
  readonly forfeit?: Note;
  readonly corrected?: true;
}

/** Pairings of one prompt and one round: they wait for nobody. */
export interface Sheet {
  readonly prompt: number;
  /** From 0: round of the circle, index of the anchor, or batch. */
  readonly round: number;
  /** Swiss: the entrants in a row; neighbours meet. */
  readonly path?: readonly number[];
  readonly matches: readonly (PoolMatch | null)[];
  readonly open: number;
  readonly forfeits: number;
}

export interface PoolState {
  readonly format: PoolOptions["format"];
  readonly entrants: number;
  readonly prompts: number;
  readonly seed: string | number;
  readonly options: PoolOptions;
  readonly absences: readonly (readonly number[])[];
  readonly withdrawn: readonly number[];
  /** The published draw: entrants by lot. */
  readonly draw: readonly number[];
  /** Swiss: prompts by batch; empty for the others. */
  readonly batches: readonly (readonly number[])[];
  /** Swiss: how many batches have begun. */
  readonly begun: number;
  /** By prompt, then by round. */
  readonly sheets: readonly (readonly Sheet[])[];
}

export const fresh: PoolMatch = { version: 1, ranks: null };

/** A sheet with the given matches and its counts made anew; `size` = number of pairings. */
export function sheetWith(sheet: Omit<Sheet, "open" | "forfeits">, size: number): Sheet {
  const forfeits = sheet.matches.filter((match) => match?.forfeit).length;
  const decided = sheet.matches.filter((match) => match?.ranks).length;
  return { ...sheet, forfeits, open: size - forfeits - decided };
}
