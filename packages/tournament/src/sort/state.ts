import type { SortOptions } from "../options.ts";
import type { Answer } from "./sorting.ts";

/** One comparison, asked in both orders. */
export interface Trial {
  /** Positions in the starting order. */
  readonly pair: readonly [number, number];
  readonly version: number;
  /** What was said of (first, second) and of (second, first), as -1, 0 or 1 for the one shown first. */
  readonly games: readonly [Answer | null, Answer | null];
  readonly answer: Answer | null;
  /** Answered without a battle, because one of the two withdrew. */
  readonly forfeit?: true;
  readonly corrected?: true;
}

/** The sorting of the outputs of one prompt. */
export interface SortGroup {
  readonly prompt: number;
  /** The starting order, without entrants that have no output for the prompt. */
  readonly seats: readonly number[];
  /** All pairs: by index of the pair, null = untouched. Heap and window: in the order they were asked. */
  readonly trials: readonly (Trial | null)[];
  readonly decided: number;
  readonly forfeits: number;
  /** Raised by every correction; later comparisons of heap and window carry it in their version. */
  readonly epoch: number;
  /** Entrants, best first, once sorted. */
  readonly order: readonly number[] | null;
}

export interface SortState {
  readonly format: "sort";
  readonly entrants: number;
  readonly prompts: number;
  readonly seed: string | number;
  readonly options: SortOptions;
  readonly absences: readonly (readonly number[])[];
  readonly withdrawn: readonly number[];
  /** By prompt. */
  readonly groups: readonly SortGroup[];
}
