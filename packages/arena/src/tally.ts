// Counts of verdicts by facet (criterion, kind of judge, category of the prompt). A board is a sum of facets, so its
// cost depends on the number of models and facets, never on the number of votes.
import type { JudgeKind } from "@agon/contract";
import type { Ballot } from "@agon/rating";
import type { VerdictEvent } from "./event.ts";

/** Wins of the lower-numbered model, of the higher-numbered one, and ties. */
export type PairTally = [low: number, high: number, ties: number];

export interface Facet {
  readonly criterion: string;
  readonly judge: JudgeKind;
  readonly category: string | null;
  /** Duels by `low * 4096 + high`. */
  readonly duels: Map<number, PairTally>;
  /** K-wise ballots by their text form `models;ranks;f`, with how often each was cast. */
  readonly rankings: Map<string, number>;
  votes: number;
}

/** Most models an arena can hold: pair keys are `low * pairStride + high`. */
export const pairStride = 4096;

export const facetKey = (criterion: string, judge: JudgeKind, category: string | null): string =>
  JSON.stringify([criterion, judge, category]);

export function newFacet(criterion: string, judge: JudgeKind, category: string | null): Facet {
  return { criterion, judge, category, duels: new Map(), rankings: new Map(), votes: 0 };
}

/** Adds a verdict to its facet (`sign` 1) or takes it out again (`sign` -1). Mutates the facet. */
export function countVerdict(facet: Facet, verdict: VerdictEvent, sign: 1 | -1): void {
  facet.votes += sign;
  if (verdict.models.length === 2) countDuel(facet.duels, verdict, sign);
  else countRanking(facet.rankings, verdict, sign);
}

function countDuel(duels: Map<number, PairTally>, verdict: VerdictEvent, sign: 1 | -1): void {
  const [a = 0, b = 0] = verdict.models;
  const [rankA = 1, rankB = 1] = verdict.ranks;
  const key = Math.min(a, b) * pairStride + Math.max(a, b);
  const pair = duels.get(key) ?? [0, 0, 0];
  const cell = rankA === rankB ? 2 : rankA < rankB === a < b ? 0 : 1;
  pair[cell] += sign;
  if (pair[0] === 0 && pair[1] === 0 && pair[2] === 0) duels.delete(key);
  else duels.set(key, pair);
}

function countRanking(rankings: Map<string, number>, verdict: VerdictEvent, sign: 1 | -1): void {
  const key = rankingKey(verdict);
  const count = (rankings.get(key) ?? 0) + sign;
  if (count === 0) rankings.delete(key);
  else rankings.set(key, count);
}

/** The order shown does not matter to a rating, so slots are put in order of model number. */
function rankingKey({ models, ranks, firstOnly }: VerdictEvent): string {
  const order = models.map((_, slot) => slot).sort((a, b) => (models[a] ?? 0) - (models[b] ?? 0));
  const pick = (values: readonly number[]) => order.map((slot) => values[slot]).join(",");
  return `${pick(models)};${pick(ranks)}${firstOnly ? ";f" : ""}`;
}

export function ballotOfRankingKey(key: string): Ballot {
  const [models = "", ranks = "", first] = key.split(";");
  const numbers = (text: string) => text.split(",").map(Number);
  return { models: numbers(models), ranks: numbers(ranks), ...(first === "f" ? { firstOnly: true } : {}) };
}

export interface FacetFilter {
  readonly criterion: string;
  /** Null lets every kind through. */
  readonly judge: JudgeKind | null;
  readonly category: string | null;
}

export const facetMatches = (facet: Facet, filter: FacetFilter): boolean =>
  facet.criterion === filter.criterion &&
  (filter.judge === null || facet.judge === filter.judge) &&
  (filter.category === null || facet.category === filter.category);

/** Counts of all facets a filter lets through, small enough to cross from the referee to a fold. */
export interface TallySum {
  /** Flat rows of five: low, high, wins of low, wins of high, ties. */
  readonly duels: number[];
  readonly rankings: readonly (readonly [key: string, count: number])[];
  readonly votes: number;
}

export function sumFacets(facets: Iterable<Facet>, filter: FacetFilter): TallySum {
  const duels = new Map<number, PairTally>();
  const rankings = new Map<string, number>();
  let votes = 0;
  for (const facet of facets) {
    if (!facetMatches(facet, filter)) continue;
    votes += facet.votes;
    for (const [key, [low, high, ties]] of facet.duels) {
      const sum = duels.get(key) ?? [0, 0, 0];
      duels.set(key, [sum[0] + low, sum[1] + high, sum[2] + ties]);
    }
    for (const [key, count] of facet.rankings) rankings.set(key, (rankings.get(key) ?? 0) + count);
  }
  return { duels: flatDuels(duels), rankings: inOrder(rankings), votes };
}

// Sorted, so that a sum does not depend on the order in which votes came.
function flatDuels(duels: Map<number, PairTally>): number[] {
  const keys = [...duels.keys()].sort((a, b) => a - b);
  return keys.flatMap((key) => [
    Math.floor(key / pairStride),
    key % pairStride,
    ...(duels.get(key) ?? [0, 0, 0]),
  ]);
}

const inOrder = (counts: Map<string, number>): [string, number][] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
