// What a format is drawn as. Matches that lead to each other are a bracket and need nothing else; the others are
// told by what they add up to.

/** Games of a row against a column. */
export type CrossCell = readonly [wins: number, losses: number, ties: number];

interface BracketChart {
  readonly kind: "bracket";
}

/** Free-for-all: the latest matches and the standings say it all. */
interface LeagueChart {
  readonly kind: "league";
}

interface SwissChart {
  readonly kind: "swiss";
  /** Batches in their order; the pairings of one follow from the results of those before it. */
  readonly rounds: readonly { readonly prompts: readonly number[]; readonly begun: boolean }[];
}

/** Who did what against whom, over all prompts; null where two do not meet. */
export interface CrossTableChart {
  readonly kind: "cross-table";
  /** Entrants, best first, the first `crossTableSize` of them. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly (CrossCell | null)[])[];
}

/** The order of one prompt's outputs as far as it is known. */
export interface SortChart {
  readonly kind: "sort";
  readonly prompt: number;
  /** The best, in their final order. */
  readonly settled: readonly number[];
  /** The others as they stand now. */
  readonly rest: readonly number[];
  /** The two that are compared now; null where nothing is, or many at once. */
  readonly comparing: readonly [number, number] | null;
}

/** Where the newcomer stands on the ladder: between which places, and which is the likeliest. From 1. */
export interface PlaceEstimate {
  readonly lower: number;
  readonly likeliest: number;
  readonly upper: number;
}

interface PlacementChart {
  readonly kind: "placement";
  readonly newcomer: number;
  /** The others, best first. */
  readonly ladder: readonly number[];
  /** How probable it is that the newcomer stands between `lower` and `upper`. */
  readonly confidence: number;
  /** Before the first battle and after each that was decided. */
  readonly steps: readonly (PlaceEstimate & { readonly match: string | null })[];
}

export type Chart = BracketChart | LeagueChart | SwissChart | CrossTableChart | SortChart | PlacementChart;

/** Rows and columns that a page can show. */
export const crossTableSize = 64;
