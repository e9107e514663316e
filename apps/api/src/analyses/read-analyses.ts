// The analyses of an arena: from the referee's counts, and from the log for what counts do not tell.
import type { FacetFilter } from "@agon/arena";
import { type Analyses, type AnalysisParts, type analysesQuery, analysisPart } from "@agon/contract";
import type { z } from "@hono/zod-openapi";
import { unfit } from "../folds/board-plan.ts";
import { readStyles } from "../folds/style-table.ts";
import { readColumns, verdictsRead } from "../folds/verdict-reader.ts";
import type { ArenaRef } from "../http/arenas.ts";
import { refuse } from "../http/problem.ts";
import { analyseAgreement } from "./agreement.ts";
import { analyseCriteria } from "./criteria.ts";
import { analyseCycles } from "./cycles.ts";
import { analyseFragility } from "./fragility.ts";
import { analyseGroups } from "./groups.ts";
import { analyseMixture } from "./mixture.ts";
import { analysePosition } from "./position.ts";
import { analyseReward } from "./reward.ts";
import { analyseScores } from "./scores.ts";
import type { AnalysisSource } from "./source.ts";
import { readScores } from "./stored-scores.ts";
import { analyseSwap } from "./swap.ts";

export type AnalysesWanted = z.output<typeof analysesQuery>;

type Analysers = {
  [Part in keyof Required<AnalysisParts>]: (source: AnalysisSource) => Required<AnalysisParts>[Part];
};

const analysers: Analysers = {
  position: analysePosition,
  swap: analyseSwap,
  agreement: analyseAgreement,
  cycles: analyseCycles,
  mixture: analyseMixture,
  groups: analyseGroups,
  fragility: analyseFragility,
  criteria: analyseCriteria,
  scores: analyseScores,
  reward: analyseReward,
};

export async function readAnalyses(
  db: D1Database,
  arena: ArenaRef,
  wanted: AnalysesWanted,
): Promise<Analyses> {
  const about = await arena.referee.arena();
  if (about === null) throw refuse("arena_unknown", `There is no arena "${arena.slug}".`);
  const criterion = wanted.criterion ?? about.criteria[0]?.slug ?? "";
  if (!about.criteria.some(({ slug }) => slug === criterion)) {
    throw unfit("criterion", `the arena has no criterion "${criterion}"`);
  }
  const category = wanted.category ?? null;
  if (category !== null && !about.categories.includes(category)) {
    throw unfit("category", `the arena has no category "${category}"`);
  }
  const judge = wanted.judges === "all" ? null : wanted.judges;
  const filters: FacetFilter[] = [criterion, ...about.criteria.map(({ slug }) => slug)].map((own) => ({
    criterion: own,
    judge,
    category,
  }));
  const { tallies, seq, models, prompts } = await arena.referee.tallies(filters);
  const [tally = { duels: [], rankings: [], votes: 0 }, ...perCriterion] = tallies;
  const source: AnalysisSource = {
    seq,
    models,
    tally,
    criteria: about.criteria.map((own, c) => ({ about: own, tally: perCriterion[c] ?? tally })),
    categoryOf: (prompt) => prompts[prompt] ?? null,
    lengthMargin: wanted.length_margin ?? null,
    compare: comparedOf(wanted.compare, models),
    ...(await readRows(db, arena, { seq, votes: about.votes, criterion, category, judge, prompts })),
    scoreOf: await readScores(db, arena.id, about.outputs),
    styles: wanted.length_margin === undefined ? null : await readStyles(db, arena.id, about.outputs),
  };
  return {
    arena: arena.slug,
    as_of: new Date().toISOString(),
    seq,
    criterion,
    category,
    judges: wanted.judges,
    votes: tally.votes,
    parts: partsOf(source, wanted.parts ?? analysisPart.options),
  };
}

/** Every part by its own function; the names of the table and of the contract are the same. */
const partsOf = (source: AnalysisSource, wanted: readonly (keyof Analysers)[]): AnalysisParts =>
  Object.fromEntries(wanted.map((part) => [part, analysers[part](source)]));

function comparedOf(text: string | undefined, models: readonly { slug: string }[]): [number, number] | null {
  if (text === undefined) return null;
  const [first = -1, second = -1] = text.split(",").map((slug) => {
    const number = models.findIndex((model) => model.slug === slug);
    if (number < 0) throw unfit("compare", `the arena has no model "${slug}"`);
    return number;
  });
  if (first === second) throw unfit("compare", "a model does not differ from itself");
  return [first, second];
}

interface RowsWanted {
  readonly seq: number;
  readonly votes: number;
  readonly criterion: string;
  readonly category: string | null;
  readonly judge: FacetFilter["judge"];
  /** Categories by prompt. */
  readonly prompts: readonly (string | null)[];
}

async function readRows(
  db: D1Database,
  arena: ArenaRef,
  { seq, votes, criterion, category, judge, prompts }: RowsWanted,
): Promise<Pick<AnalysisSource, "rows" | "allRows" | "judgeName">> {
  if (votes > verdictsRead) return { rows: null, allRows: null, judgeName: () => "" };
  const columns = await readColumns(db, arena.id, seq, votes);
  const withdrawn = new Set((await arena.referee.withdrawn(0, seq)).map(([of]) => of));
  const inCategory =
    category === null ? null : new Set(prompts.flatMap((own, at) => (own === category ? [at] : [])));
  const allRows = [...columns.rows(seq, { criterion, kind: null, prompts: inCategory, withdrawn })];
  const rows = judge === null ? allRows : allRows.filter(({ kind }) => kind === judge);
  return { rows, allRows, judgeName: (number) => columns.judgeName(number) };
}
