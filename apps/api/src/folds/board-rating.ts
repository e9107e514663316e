// From the evidence of one criterion and category, or of several together, to one rating.
import { countsOfTally, rankingsOfTally, type TallySum } from "@agon/arena";
import type { StyleFeature } from "@agon/contract";
import { type Ballot, type RateOptions, type Rating, rate, rateCounts, rateRankings } from "@agon/rating";
import { rateStyled, type StyledDuel, shrinkBoards, weightedBoard } from "@agon/rating/analysis";
import type { BoardPlan } from "./board-plan.ts";

/** What is known under one criterion and category: counts, and the votes one by one where the plan needs them. */
export interface Evidence {
  readonly tally: TallySum;
  readonly ballots?: readonly Ballot[];
  /** Duels with the style of their outputs; with a place at which they were shown, or without. */
  readonly styled?: { readonly duels: readonly StyledDuel[]; readonly shown: boolean };
}

interface Coefficient {
  readonly feature: StyleFeature;
  readonly value: number;
  readonly sd: number;
}

export interface BoardRating {
  readonly rating: Rating;
  readonly coefficients: readonly Coefficient[] | null;
}

export interface RatingContext {
  /** Number of models. */
  readonly size: number;
  readonly seq: number;
  /** The arena's usual number of outputs in a battle. */
  readonly k: number;
  readonly plan: BoardPlan;
  /** Rates ballots one by one; with the methods of other people where they are wanted. */
  readonly rater?: typeof rate;
}

/** L2 strength on the style coefficients: a prior of one nat per standard deviation. */
export const styleStrength = 1;
const features: readonly StyleFeature[] = ["tokens", "headings", "bold", "lists", "position"];

/** Draws for the probability of rank 1: their cost grows with the square of the models. */
const drawsFor = (size: number): number =>
  Math.max(100, Math.min(1_000, Math.floor(1e7 / (size * size + 1))));

/** `slices`: per share of the plan its category, or nothing but the whole; or the whole and what it is shrunk with. */
export function rateBoard(slices: readonly (readonly Evidence[])[], context: RatingContext): BoardRating {
  const { plan, seq, size } = context;
  const drawing = { seed: seq, draws: drawsFor(size) };
  const alone = plan.shares.length === 1 && plan.shrunkWith.length === 0;
  const rated = slices.map((evidence) =>
    evidence.map((slice) => rateSlice(slice, context, alone ? drawing : { seed: seq })),
  );
  const boards = rated.map(([first, ...rest]) =>
    combined(first, rest, plan.shares.length === 1 ? drawing : {}),
  );
  const [board] = boards;
  if (board === undefined) throw new Error("a board has at least one criterion");
  if (boards.length === 1) return board;
  const weights = plan.shares.map(({ share }) => share);
  const ratings = boards.map(({ rating }) => rating);
  return { rating: weightedBoard(ratings, weights, drawing), coefficients: null };
}

/** The board of a category drawn to that of the whole, or the only board there is. */
function combined(
  whole: BoardRating | undefined,
  categories: readonly BoardRating[],
  options: Partial<RateOptions>,
): BoardRating {
  if (whole === undefined) throw new Error("a board has evidence, be it empty");
  const [own] = categories;
  if (own === undefined) return whole;
  const boards = categories.map(({ rating }) => rating);
  const [rating = own.rating] = shrinkBoards(whole.rating, boards, options);
  return { rating, coefficients: own.coefficients };
}

function rateSlice(evidence: Evidence, context: RatingContext, drawing: Partial<RateOptions>): BoardRating {
  const { size, plan } = context;
  const options: RateOptions = { method: plan.method, interval: plan.interval, ...drawing };
  if (evidence.styled === undefined)
    return { rating: ratePlain(evidence, context, options), coefficients: null };
  const { duels, shown } = evidence.styled;
  const styled = rateStyled(size, duels, { ...options, strength: styleStrength, position: shown });
  const coefficients = styled.coefficients.map(({ value, sd }, at) => ({
    feature: features[at] ?? "position",
    value,
    sd,
  }));
  return { rating: styled.rating, coefficients };
}

function ratePlain({ tally, ballots }: Evidence, context: RatingContext, options: RateOptions): Rating {
  const { size, k, rater = rate } = context;
  const { method } = options;
  const live = method === "plackett-luce" && k >= 3 ? liveLeague : {};
  if (ballots !== undefined) return rater(size, ballots, { ...options, ...live });
  if (method === "plackett-luce") return rateRankings(size, rankingsOfTally(tally), { ...options, ...live });
  if (tally.rankings.length === 0) return rateCounts(countsOfTally(size, tally), options);
  // Equal ballots are independent of one another; a weight would make one ballot of them, sure of itself.
  const each = rankingsOfTally(tally).flatMap(({ ballot, count }) => Array<Ballot>(count).fill(ballot));
  return rate(size, each, options);
}

/** The live league estimates the spread of the models and reckons with one careless ballot in ten. */
const liveLeague = { priorSd: "auto", careful: 0.9 } as const;
