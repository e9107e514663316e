import type { PlacementOptions } from "../options.ts";

/** A battle of the newcomer, which stands first, against rungs of the ladder. */
export interface PlacementMatch {
  readonly entrants: readonly number[];
  readonly prompt: number;
  readonly version: number;
  readonly ranks: readonly number[] | null;
  /** Only the best was named. */
  readonly firstOnly?: true;
  readonly corrected?: true;
  /** The newcomer withdrew before it was judged. */
  readonly forfeit?: true;
}

export interface PlacementState {
  readonly format: "placement";
  readonly entrants: number;
  readonly prompts: number;
  readonly seed: string | number;
  readonly options: PlacementOptions;
  readonly absences: readonly (readonly number[])[];
  readonly withdrawn: readonly number[];
  readonly newcomer: number;
  /** The others by rating, best first. */
  readonly ladder: readonly number[];
  /** Prompts the newcomer has an output for, in drawn order; played round and round. */
  readonly promptOrder: readonly number[];
  readonly matches: readonly PlacementMatch[];
}
