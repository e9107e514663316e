import type { Seeding } from "./draw/seeding.ts";
import type { Format } from "./format.ts";
import { type Field, type Parsed, parseFields } from "./option-fields.ts";

export interface SingleEliminationOptions {
  readonly format: "single-elimination";
}

export interface SeriesOptions {
  readonly format: "series";
  /** null = by rating where ratings are given, else random. */
  readonly seeding: Seeding | null;
  /** Most prompts of a match that is not level after them; null = the largest odd number there is. */
  readonly bestOf: number | null;
  /** End a match from the 9th prompt on once the lead is at least 2.2 sqrt(prompts played). */
  readonly earlyStop: boolean;
  readonly thirdPlace: boolean;
}

export interface DoubleEliminationOptions extends Omit<SeriesOptions, "format" | "thirdPlace"> {
  readonly format: "double-elimination";
}

export interface KWiseEliminationOptions {
  readonly format: "k-wise-elimination";
  /** Outputs in a heat, 3 to 8. */
  readonly k: number;
  /** How many go on from a heat; divides `k`. */
  readonly advance: number;
  /** A bracket for every prompt, or one bracket whose heats are held over `games` prompts. */
  readonly scope: "prompt" | "field";
  readonly games: number;
  readonly seeding: Seeding | null;
}

export interface KWiseLeagueOptions {
  readonly format: "k-wise-league";
  readonly k: number;
  /** Battles in all; null = endless. */
  readonly budget: number | null;
  /** What chooses the sets; read by the matchmaker, the schedule itself takes what it is handed. */
  readonly matchmaking: "information" | "k-sort" | "uniform";
}

export interface SwissOptions {
  readonly format: "swiss";
  /** Share of the prompts played in random order before the first refit. */
  readonly opening: number;
  /** Refits over the remaining prompts. */
  readonly refits: number;
}

export interface RoundRobinOptions {
  readonly format: "round-robin";
}

export interface AnchoredOptions {
  readonly format: "anchored";
  /** One to three entrants. */
  readonly anchors: readonly number[];
}

export interface SortOptions {
  readonly format: "sort";
  readonly method: "all-pairs" | "heap" | "window";
  /** Passes of the sliding window: the best `passes` outputs are found. */
  readonly passes: number;
  /** The order to start from. */
  readonly seeding: Seeding | null;
}

export interface PlacementOptions {
  readonly format: "placement";
  /** The entrant to be placed; null = the last one. */
  readonly newcomer: number | null;
  /** Outputs in a battle, the newcomer's included. */
  readonly k: number;
  /** Stop when one place has at least this probability. */
  readonly confidence: number;
  /** Assumed share of wrong comparisons. */
  readonly errorRate: number;
  /** Most battles. */
  readonly budget: number;
}

export type FormatOptions =
  | SingleEliminationOptions
  | SeriesOptions
  | DoubleEliminationOptions
  | KWiseEliminationOptions
  | KWiseLeagueOptions
  | SwissOptions
  | RoundRobinOptions
  | AnchoredOptions
  | SortOptions
  | PlacementOptions;

type OptionsOf<F extends Format> = Extract<FormatOptions, { format: F }>;
type FieldsOf<F extends Format> = {
  readonly [K in Exclude<keyof OptionsOf<F>, "format">]: Field<OptionsOf<F>[K]>;
};

const seeding: Field<Seeding | null> = {
  kind: "choice",
  choices: ["random", "rating", "listed"],
  nullable: true,
  initial: null,
};
const bestOf: Field<number | null> = { kind: "integer", min: 1, max: 100_000, nullable: true, initial: null };
const earlyStop: Field<boolean> = { kind: "boolean", initial: true };

const fields: { readonly [F in Format]: FieldsOf<F> } = {
  "single-elimination": {},
  series: { seeding, bestOf, earlyStop, thirdPlace: { kind: "boolean", initial: false } },
  "double-elimination": { seeding, bestOf, earlyStop },
  "k-wise-elimination": {
    k: { kind: "integer", min: 3, max: 8, initial: 4 },
    advance: { kind: "integer", min: 1, max: 4, initial: 1 },
    scope: { kind: "choice", choices: ["prompt", "field"], initial: "prompt" },
    games: { kind: "integer", min: 1, max: 1000, initial: 1 },
    seeding,
  },
  "k-wise-league": {
    k: { kind: "integer", min: 2, max: 8, initial: 4 },
    budget: { kind: "integer", min: 1, max: 10_000_000, nullable: true, initial: null },
    matchmaking: { kind: "choice", choices: ["information", "k-sort", "uniform"], initial: "information" },
  },
  swiss: {
    opening: { kind: "number", min: 0, max: 1, initial: 0.2 },
    refits: { kind: "integer", min: 0, max: 50, initial: 10 },
  },
  "round-robin": {},
  anchored: { anchors: { kind: "indices", min: 1, max: 3, initial: [0] } },
  sort: {
    method: { kind: "choice", choices: ["all-pairs", "heap", "window"], initial: "heap" },
    passes: { kind: "integer", min: 1, max: 1024, initial: 10 },
    seeding,
  },
  placement: {
    newcomer: { kind: "integer", min: 0, max: 1023, nullable: true, initial: null },
    k: { kind: "integer", min: 2, max: 8, initial: 4 },
    confidence: { kind: "number", min: 0.5, max: 0.999, initial: 0.9 },
    errorRate: { kind: "number", min: 0.01, max: 0.45, initial: 0.1 },
    budget: { kind: "integer", min: 1, max: 10_000, initial: 30 },
  },
};

/**
 * Reads options as they come from outside: missing fields get their defaults, unknown fields, wrong types,
 * NaN and values out of range are refused with a pointer each. `undefined` gives all defaults.
 */
export function parseOptions(format: Format, input: unknown): Parsed<FormatOptions> {
  const parsed = parseFields(fields[format], input);
  if (!parsed.ok) return parsed;
  return { ok: true, options: asOptions(format, parsed.options) };
}

/** The table above is typed by format: what its fields let through is that format's options. */
function asOptions(format: Format, values: Readonly<Record<string, unknown>>): FormatOptions {
  return { format, ...values } as FormatOptions;
}
