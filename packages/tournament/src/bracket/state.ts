import type {
  DoubleEliminationOptions,
  KWiseEliminationOptions,
  SeriesOptions,
  SingleEliminationOptions,
} from "../options.ts";
import type { MatchRecord, Tally } from "./record.ts";

export type BracketOptions =
  | SingleEliminationOptions
  | SeriesOptions
  | DoubleEliminationOptions
  | KWiseEliminationOptions;

/** One bracket: of one prompt, or the only one. */
export interface Group {
  /** The prompt all its matches are played on; null = its matches are series of prompts. */
  readonly prompt: number | null;
  /** The published draw: entrants by seat, seat 0 = first position or top seed. */
  readonly seats: readonly number[];
  /** By index of the plan. */
  readonly records: readonly (MatchRecord | null)[];
  readonly tally: Tally;
}

export interface BracketState {
  readonly format: BracketOptions["format"];
  readonly entrants: number;
  readonly prompts: number;
  readonly seed: string | number;
  readonly options: BracketOptions;
  /** For every entrant, the prompts it has no output for. */
  readonly absences: readonly (readonly number[])[];
  readonly withdrawn: readonly number[];
  /** The published order in which series go through the prompts. */
  readonly promptOrder: readonly number[];
  readonly groups: readonly Group[];
}
