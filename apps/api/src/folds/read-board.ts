// A board out of the referee's counts, and out of the log where counts are not enough.
import type { FacetFilter } from "@agon/arena";
import type { Leaderboard } from "@agon/contract";
import { rate } from "@agon/rating";
import type { ArenaRef } from "../http/arenas.ts";
import { refuse } from "../http/problem.ts";
import { type BoardSource, foldBoard } from "./board.ts";
import { type BoardPlan, type BoardQuery, bootstrapLimit, needsBallots, planBoard } from "./board-plan.ts";
import type { Evidence } from "./board-rating.ts";
import { ballotsOf, styledDuels } from "./evidence.ts";
import { readStyles, type StyleTable } from "./style-table.ts";
import type { VerdictColumns } from "./verdict-columns.ts";
import { readColumns } from "./verdict-reader.ts";

/** Most pairs whose style is fitted in one request. */
const styledPairs = 150_000;

export async function readBoard(db: D1Database, arena: ArenaRef, query: BoardQuery): Promise<Leaderboard> {
  const about = await arena.referee.arena();
  if (about === null) throw refuse("arena_unknown", `There is no arena "${arena.slug}".`);
  const plan = planBoard(about, query);
  const filters = filtersOf(plan);
  const { tallies, prompts, ...rest } = await arena.referee.tallies(filters.flat());
  const source: BoardSource = { slug: arena.slug, ...rest, now: Date.now(), rater: await raterOf(plan) };
  const slices = filters.map((own, share) =>
    own.map((filter, at) => ({
      filter,
      tally: tallies[share * own.length + at] ?? { duels: [], rankings: [], votes: 0 },
    })),
  );
  if (!needsBallots(plan)) return foldBoard(source, plan, slices);
  const columns = await readColumns(db, arena.id, rest.seq, about.votes);
  const styles =
    plan.style || plan.lengthMargin !== null ? await readStyles(db, arena.id, about.outputs) : null;
  const withdrawn = new Set((await arena.referee.withdrawn(0, rest.seq)).map(([of]) => of));
  const reading = { plan, columns, styles, prompts, withdrawn, seq: rest.seq };
  const evidence = slices.map((own) =>
    own.map(({ filter, tally }) => ({ tally, ...evidenceOf(filter, reading) })),
  );
  return foldBoard(source, plan, evidence, marginWarning(plan, slices));
}

/** Per criterion: what the board shows, or the whole and the categories it is shrunk with. */
function filtersOf({ shares, category, judge, shrunkWith }: BoardPlan): FacetFilter[][] {
  return shares.map(({ criterion }) => {
    const of = (own: string | null): FacetFilter => ({ criterion, judge, category: own });
    return shrunkWith.length === 0 ? [of(category)] : [of(null), ...shrunkWith.map(of)];
  });
}

interface Reading {
  readonly plan: BoardPlan;
  readonly columns: VerdictColumns;
  readonly styles: StyleTable | null;
  /** Categories by prompt. */
  readonly prompts: readonly (string | null)[];
  readonly withdrawn: ReadonlySet<number>;
  readonly seq: number;
}

function evidenceOf(filter: FacetFilter, reading: Reading): Pick<Evidence, "ballots" | "styled"> {
  const { plan, columns, styles, prompts, withdrawn, seq } = reading;
  const { criterion, judge, category } = filter;
  const inCategory =
    category === null ? null : new Set(prompts.flatMap((own, at) => (own === category ? [at] : [])));
  const rows = [...columns.rows(seq, { criterion, kind: judge, prompts: inCategory, withdrawn })];
  const ballots = ballotsOf(rows, plan, styles);
  if (plan.interval === "bootstrap" && ballots.length > bootstrapLimit(plan.method)) {
    throw refuse(
      "board_too_large",
      `A bootstrap of ${plan.method} is made of up to ${bootstrapLimit(plan.method)} votes; here are ${ballots.length}.`,
    );
  }
  if (styles === null || !plan.style) return { ballots };
  const duels = styledDuels(rows, ballots, styles);
  if (duels.length > styledPairs) {
    throw refuse(
      "board_too_large",
      `Style control takes up to ${styledPairs} pairs; here are ${duels.length}. Filter by category or judges.`,
    );
  }
  // A program sees no places: its order would tell of the draw, not of the judge.
  return { ballots, styled: { duels, shown: rows.length > 0 && rows.every(({ kind }) => kind !== "rule") } };
}

function marginWarning(
  plan: BoardPlan,
  slices: readonly (readonly { tally: Evidence["tally"] }[])[],
): Leaderboard["warnings"] {
  const ranked = slices.flat().reduce((sum, { tally }) => sum + tally.rankings.length, 0);
  if (plan.lengthMargin === null || ranked === 0) return [];
  const message = "a length margin changes duels only: ballots of three and more outputs count as they are";
  return [{ code: "margin-duels-only", message }];
}

const compared = ["trueskill", "glicko-2", "openskill"];

/** The libraries of other methods are loaded when one is asked for. */
const raterOf = async ({ method }: BoardPlan): Promise<typeof rate> =>
  compared.includes(method) ? (await import("@agon/rating/compare")).rate : rate;
