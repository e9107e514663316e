// What the analyses of an arena are made from.
import { rankingsOfTally, type TallySum } from "@agon/arena";
import type { Arena, Finding, ModelRef } from "@agon/contract";
import { addPairs, emptyCounts, type PairCounts } from "@agon/rating";
import type { StyleTable } from "../folds/style-table.ts";
import type { VerdictRow } from "../folds/verdict-columns.ts";

export interface AnalysisSource {
  readonly seq: number;
  readonly models: readonly ModelRef[];
  /** Counted votes under the filters. */
  readonly tally: TallySum;
  /** The same per criterion of the arena. */
  readonly criteria: readonly { readonly about: Arena["criteria"][number]; readonly tally: TallySum }[];
  /** Counted verdicts one by one in the order of the log; null where there are too many to read. */
  readonly rows: readonly VerdictRow[] | null;
  /** The same of all kinds of judges. */
  readonly allRows: readonly VerdictRow[] | null;
  readonly judgeName: (judge: number) => string;
  /** Category of a prompt. */
  readonly categoryOf: (prompt: number) => string | null;
  /** Score that is stored with an output. */
  readonly scoreOf: (model: number, prompt: number) => number | null;
  readonly styles: StyleTable | null;
  readonly lengthMargin: number | null;
  /** Numbers of two models to test the criteria on. */
  readonly compare: readonly [number, number] | null;
}

export const found = (code: string, values: Finding["values"] = {}): Finding => ({ code, values });

/** More votes than are read one by one. */
export const tooMany = found("too_many_votes");

export const refOf = ({ models }: Pick<AnalysisSource, "models">, model: number): ModelRef => {
  const { slug = "", name = "" } = models[model] ?? {};
  return { slug, name };
};

/** Counts of every pair that the votes decide, over the models that have any, with their numbers. */
export function activePairs({ tally }: Pick<AnalysisSource, "tally">): {
  counts: PairCounts;
  numbers: number[];
} {
  const ballots = rankingsOfTally(tally);
  const numbers = [...new Set(ballots.flatMap(({ ballot }) => ballot.models))].sort((a, b) => a - b);
  const place = new Map(numbers.map((number, at) => [number, at]));
  const counts = emptyCounts(numbers.length);
  for (const { ballot, count } of ballots) {
    const models = ballot.models.map((model) => place.get(model) ?? 0);
    addPairs(counts, { ...ballot, models }, count);
  }
  return { counts, numbers };
}
