// A leaderboard as a fold: counts or verdicts in, rows with ratings, intervals and ranks out.
import { countsOfTally, rankingsOfTally, type TallySum } from "@agon/arena";
import type { BoardRow, Leaderboard, Method } from "@agon/contract";
import { type Ballot, type Rating, rate, rateCounts, rateRankings } from "@agon/rating";

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
  readonly tally: TallySum;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Verdicts one by one in the order of the log, for methods and clusters that need them. */
  readonly ballots?: readonly Ballot[];
  /** Rates the ballots; default: our own raters. */
  readonly rater?: typeof rate;
}

export interface BoardParameters {
  readonly criterion: string;
  /** Null: Bradley-Terry for duels, Plackett-Luce for K-wise arenas. */
  readonly method: Method | null;
  readonly category: string | null;
  readonly judges: string;
  readonly cluster?: "none" | "voter" | "prompt";
  readonly limit?: number | undefined;
}

/** Changes with every change of what a board means, so that caches and ETags change too. */
export const foldVersion = 1;

const pairMethods: readonly Method[] = ["bradley-terry", "davidson", "rao-kupper", "win-rate"];

export const methodFor = (k: number, wanted: Method | null): Method =>
  wanted ?? (k >= 3 ? "plackett-luce" : "bradley-terry");

/** True when counts are not enough: the method reads votes in order, or the interval needs their voters or prompts. */
export const needsBallots = (method: Method, cluster: BoardParameters["cluster"]): boolean =>
  (cluster !== undefined && cluster !== "none") ||
  !(pairMethods.includes(method) || method === "plackett-luce");

export function foldBoard(source: BoardSource, parameters: BoardParameters): Leaderboard {
  const method = methodFor(source.k, parameters.method);
  const rating = rateSource(source, method);
  const rows = rowsOf(source.models, rating).sort(byRank);
  const shown = rows.slice(0, parameters.limit ?? rows.length);
  const order = shown.map(({ number }) => number);
  return {
    arena: source.slug,
    as_of: new Date(source.now).toISOString(),
    seq: source.seq,
    criterion: parameters.criterion,
    category: parameters.category,
    method,
    judges: parameters.judges,
    votes: source.tally.votes,
    interval: {
      kind: rating.interval.kind,
      cluster: rating.interval.clusters === null ? "none" : (parameters.cluster ?? "none"),
      clusters: rating.interval.clusters,
    },
    converged: rating.converged,
    warnings: rating.warnings.map(({ code, message }) => ({ code, message })),
    models: shown.map(({ row }) => row),
    matrix: matrixOf(source, order),
  };
}

function rateSource(source: BoardSource, method: Method): Rating {
  const { models, tally, ballots, seq, k, rater = rate } = source;
  const size = models.length;
  if (ballots !== undefined) {
    return rater(size, ballots, { method, seed: seq, ...live(method, k) });
  }
  if (method === "plackett-luce")
    return rateRankings(size, rankingsOfTally(tally), { method, ...live(method, k) });
  if (tally.rankings.length === 0) return rateCounts(countsOfTally(size, tally), { method });
  const weighted = rankingsOfTally(tally).map(({ ballot, count }) => ({ ...ballot, weight: count }));
  return rate(size, weighted, { method });
}

/** The live league estimates the spread of the models and reckons with one careless ballot in ten. */
const live = (method: Method, k: number) =>
  method === "plackett-luce" && k >= 3 ? ({ priorSd: "auto", careful: 0.9 } as const) : {};

interface NumberedRow {
  readonly number: number;
  readonly row: BoardRow;
}

function rowsOf(models: readonly BoardModel[], rating: Rating): NumberedRow[] {
  return models.map((model, number) => {
    const rated = rating.models[number];
    return {
      number,
      row: {
        model,
        rating: rated?.rating ?? null,
        lower: rated?.lower ?? null,
        upper: rated?.upper ?? null,
        rank: rated?.rank ?? models.length,
        rank_lower: rated?.rankLower ?? models.length,
        rank_upper: rated?.rankUpper ?? models.length,
        votes: rated?.games ?? 0,
        wins: rated?.wins ?? 0,
        losses: rated?.losses ?? 0,
        ties: rated?.ties ?? 0,
        win_rate: rated?.winRate ?? null,
        provisional: rated?.provisional ?? true,
      },
    };
  });
}

/** Highest rating first; models without one stand last, by name. */
function byRank(a: NumberedRow, b: NumberedRow): number {
  const [left, right] = [a.row.rating, b.row.rating];
  if (left !== null && right !== null && left !== right) return right - left;
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return a.row.model.slug < b.row.model.slug ? -1 : 1;
}

/** Wins and ties between the models shown, in their order; a K-wise ballot holds every pair it orders. */
function matrixOf({ models, tally }: BoardSource, order: readonly number[]): Leaderboard["matrix"] {
  const place = new Map(order.map((number, at) => [number, at]));
  const empty = () => order.map(() => order.map(() => 0));
  const [wins, ties] = [empty(), empty()];
  const add = (matrix: number[][], a: number, b: number, count: number) => {
    const [i, j] = [place.get(a), place.get(b)];
    const row = i === undefined ? undefined : matrix[i];
    if (row !== undefined && j !== undefined) row[j] = (row[j] ?? 0) + count;
  };
  for (const { ballot, count } of rankingsOfTally(tally)) {
    for (const [winner, loser, level] of pairsOf(ballot)) {
      add(level ? ties : wins, winner, loser, count);
      if (level) add(ties, loser, winner, count);
    }
  }
  return { models: order.map((number) => models[number]?.slug ?? ""), wins, ties };
}

/** Pairs that a ballot orders; with the first stage only, the best against the rest. */
function* pairsOf({
  models,
  ranks,
  firstOnly,
}: Ballot): Generator<[winner: number, loser: number, level: boolean]> {
  for (const [i, a] of models.entries()) {
    for (const [j, b] of models.entries()) {
      const [rankA, rankB] = [ranks[i] ?? 0, ranks[j] ?? 0];
      if (rankA < rankB) yield [a, b, false];
      else if (rankA === rankB && i < j && !firstOnly) yield [a, b, true];
    }
  }
}
