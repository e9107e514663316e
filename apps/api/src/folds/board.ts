// A leaderboard as a fold: counts or verdicts in, rows with ratings, intervals and ranks out.
import { rankingsOfTally } from "@agon/arena";
import type { BoardRow, Leaderboard } from "@agon/contract";
import { type CountedBallot, pairOutcome, type RatedModel, type Rating, rate } from "@agon/rating";
import type { BoardPlan } from "./board-plan.ts";
import { type BoardRating, type Evidence, rateBoard, styleStrength } from "./board-rating.ts";
import { asideWithdrawn } from "./withdrawn.ts";

interface BoardModel {
  readonly slug: string;
  readonly name: string;
  readonly organization: string | null;
  readonly license: string | null;
  readonly status: "active" | "withdrawn";
}

export interface BoardSource {
  readonly slug: string;
  readonly seq: number;
  /** The arena's usual number of outputs in a battle. */
  readonly k: number;
  readonly models: readonly BoardModel[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Rates the ballots; default: our own raters. */
  readonly rater?: typeof rate;
}

type Warnings = Leaderboard["warnings"];

/** `slices`: the plan's evidence as `rateBoard` takes it. `extra`: what else is to be said of it. */
export function foldBoard(
  source: BoardSource,
  plan: BoardPlan,
  slices: readonly (readonly Evidence[])[],
  extra: Warnings = [],
): Leaderboard {
  const { models, seq, k, rater = rate } = source;
  const rated = rateBoard(slices, { size: models.length, seq, k, plan, rater });
  const shown = slices.flatMap((evidence) => (plan.shrunkWith.length > 0 ? evidence[1] : evidence[0]) ?? []);
  const ballots = shown.flatMap(countedBallots);
  const rows = rowsOf(models, rated.rating, countsFor(models.length, rated, ballots, plan)).sort(byRank);
  const kept = rows.slice(0, plan.limit ?? rows.length);
  return {
    arena: source.slug,
    as_of: new Date(source.now).toISOString(),
    seq,
    criterion: plan.criterion,
    category: plan.category,
    method: plan.method,
    judges: plan.judges,
    votes: shown.reduce((sum, { tally }) => sum + tally.votes, 0),
    interval: intervalOf(plan, rated.rating),
    style: rated.coefficients && { strength: styleStrength, coefficients: [...rated.coefficients] },
    length_margin: plan.lengthMargin,
    shrunk: plan.shrunkWith.length > 0,
    weights: plan.shares.length > 1 ? [...plan.shares] : null,
    converged: rated.rating.converged,
    warnings: [...rated.rating.warnings.map(shownWarning), ...extra],
    models: kept.map(({ row }) => row),
    matrix: matrixOf(
      models,
      ballots,
      kept.map(({ number }) => number),
    ),
  };
}

const intervalOf = (plan: BoardPlan, { interval }: Rating): Leaderboard["interval"] => ({
  kind: interval.kind,
  cluster: interval.clusters === null ? "none" : plan.cluster,
  clusters: interval.clusters,
});

const shownWarning = ({ code, message, values }: Rating["warnings"][number]): Warnings[number] => ({
  code,
  message,
  ...(values === undefined ? {} : { values: { ...values } }),
});

const countedBallots = ({ tally, ballots }: Evidence): readonly CountedBallot[] =>
  ballots?.map((ballot) => ({ ballot, count: 1 })) ?? rankingsOfTally(tally);

/** Battles, wins, losses and ties: the rating has them, unless it was made of several or of pairs. */
function countsFor(
  size: number,
  { rating, coefficients }: BoardRating,
  ballots: readonly CountedBallot[],
  { shares }: BoardPlan,
): readonly RatedModel[] {
  if (shares.length === 1 && coefficients === null) return rating.models;
  const each = ballots.map(({ ballot, count }) => ({ ...ballot, weight: count }));
  return rate(size, each, { method: "win-rate", interval: "none" }).models;
}

interface NumberedRow {
  readonly number: number;
  readonly row: BoardRow;
}

function rowsOf(models: readonly BoardModel[], rating: Rating, counts: readonly RatedModel[]): NumberedRow[] {
  const rows = models.map((model, number): BoardRow => {
    const [rated, counted] = [rating.models[number], counts[number]];
    return {
      model,
      rating: rated?.rating ?? null,
      lower: rated?.lower ?? null,
      upper: rated?.upper ?? null,
      rank: rated?.rank ?? models.length,
      rank_lower: rated?.rankLower ?? models.length,
      rank_upper: rated?.rankUpper ?? models.length,
      votes: counted?.games ?? 0,
      wins: counted?.wins ?? 0,
      losses: counted?.losses ?? 0,
      ties: counted?.ties ?? 0,
      win_rate: counted?.winRate ?? null,
      provisional: rated?.provisional ?? true,
      p_rank_1: rated?.first ?? null,
    };
  });
  return asideWithdrawn(rows).map((row, number) => ({ number, row }));
}

/** Highest rating first; models without one stand behind them, by name, and withdrawn ones last. */
function byRank(a: NumberedRow, b: NumberedRow): number {
  if (a.row.model.status !== b.row.model.status) return a.row.model.status === "active" ? -1 : 1;
  const [left, right] = [a.row.rating, b.row.rating];
  if (left !== null && right !== null && left !== right) return right - left;
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return a.row.model.slug < b.row.model.slug ? -1 : 1;
}

/** Wins and ties between the models shown, in their order; a K-wise ballot holds every pair it orders. */
function matrixOf(
  models: readonly BoardModel[],
  ballots: readonly CountedBallot[],
  order: readonly number[],
): Leaderboard["matrix"] {
  const place = new Map(order.map((number, at) => [number, at]));
  const empty = () => order.map(() => order.map(() => 0));
  const [wins, ties] = [empty(), empty()];
  const add = (matrix: number[][], a: number, b: number, count: number) => {
    const [i, j] = [place.get(a), place.get(b)];
    const row = i === undefined ? undefined : matrix[i];
    if (row !== undefined && j !== undefined) row[j] = (row[j] ?? 0) + count;
  };
  for (const { ballot, count } of ballots) {
    for (const [i, a] of ballot.models.entries()) {
      for (const [j, b] of ballot.models.entries()) {
        const outcome = i < j ? pairOutcome(ballot, i, j) : null;
        if (outcome === 1) add(wins, a, b, count);
        if (outcome === -1) add(wins, b, a, count);
        if (outcome === 0) add(ties, a, b, count);
        if (outcome === 0) add(ties, b, a, count);
      }
    }
  }
  return { models: order.map((number) => models[number]?.slug ?? ""), wins, ties };
}
