import type { MatchView } from "../view.ts";

/** Where the entrant of a place comes from. */
export type Source =
  | { readonly kind: "seat"; readonly seat: number }
  | { readonly kind: "nobody" }
  /** The entrant that came out of a match at `rank`: 0 = its winner. */
  | { readonly kind: "match"; readonly match: number; readonly rank: number };

export interface PlannedMatch {
  /** Unique within the plan: `r2.m1`. */
  readonly id: string;
  readonly bracket: MatchView["bracket"];
  readonly round: number;
  readonly position: number;
  readonly sources: readonly Source[];
  /** How many go on. */
  readonly advance: number;
  /** Played only if the second place of this match won it (the reset of a grand final). */
  readonly resetOf?: number;
}

/** The unchanging shape of a bracket: a graph of matches. */
export interface Plan {
  /** In the order of play, the one that names the champion last. */
  readonly matches: readonly PlannedMatch[];
  /** For every match, the matches that take something from it. */
  readonly dependants: readonly (readonly number[])[];
  /** For every match, how many of those it ranks play on elsewhere. */
  readonly taken: readonly number[];
  readonly indexOf: ReadonlyMap<string, number>;
}

const prefixes = { main: "r", lower: "l", final: "f", third: "t", pool: "b" } as const;

export const nobody: Source = { kind: "nobody" };

export function seat(index: number): Source {
  return { kind: "seat", seat: index };
}

export function outOf(match: number, rank: number): Source {
  return { kind: "match", match, rank };
}

export function planned(
  bracket: PlannedMatch["bracket"],
  round: number,
  position: number,
  sources: readonly Source[],
  advance = 1,
): PlannedMatch {
  return { id: `${prefixes[bracket]}${round}.m${position}`, bracket, round, position, sources, advance };
}

/** The matches a match waits for. */
function feeders(match: PlannedMatch): number[] {
  const fed = match.sources.flatMap((source) => (source.kind === "match" ? [source.match] : []));
  return match.resetOf === undefined ? fed : [...fed, match.resetOf];
}

function ranksTaken(matches: readonly PlannedMatch[]): number[] {
  const taken = matches.map(() => 0);
  const take = (match: number, count: number) => {
    taken[match] = Math.max(taken[match] ?? 0, count);
  };
  for (const { sources, resetOf } of matches) {
    for (const source of sources) if (source.kind === "match") take(source.match, source.rank + 1);
    if (resetOf !== undefined) take(resetOf, sources.length);
  }
  return taken;
}

/** Links a list of matches into a plan. */
export function plan(matches: readonly PlannedMatch[]): Plan {
  const dependants = matches.map((): number[] => []);
  matches.forEach((match, index) => {
    for (const feeder of new Set(feeders(match))) dependants[feeder]?.push(index);
  });
  const indexOf = new Map(matches.map(({ id }, index) => [id, index]));
  return { matches, dependants, taken: ranksTaken(matches), indexOf };
}
