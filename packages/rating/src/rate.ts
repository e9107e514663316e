import { type Ballot, checkBallot, checkSize, checkWeight, readBallots, weightOf } from "./ballot.ts";
import { RatingError, type Warning } from "./error.ts";
import { checkCounts, type PairCounts } from "./pair-counts.ts";
import type { PairMethod } from "./pair-models.ts";
import {
  type DirectRater,
  eloRater,
  estimateDirect,
  kSortRater,
  winRateOfCounts,
  winRateRater,
} from "./rate-online.ts";
import { estimateCounts, estimatePairBallots } from "./rate-pairs.ts";
import { collectRankings, estimateRankedBallots, estimateRankings } from "./rate-rankings.ts";
import {
  type Estimate,
  type Interval,
  type Method,
  type RateOptions,
  type Rating,
  ratingFrom,
} from "./rating.ts";
import { activeModels, tallyBallots, tallyCounts } from "./tally.ts";

const FITTED: ReadonlySet<Method> = new Set<Method>([
  "bradley-terry",
  "davidson",
  "rao-kupper",
  "plackett-luce",
]);

const isPairMethod = (method: Method): method is PairMethod =>
  method === "bradley-terry" || method === "davidson" || method === "rao-kupper";

/** Refuses with `bad-option` numbers outside their documented range. */
export function checkOptions(options: RateOptions): void {
  const refuse = (name: string, range: string): never => {
    throw new RatingError("bad-option", `${name} must be ${range}`);
  };
  const { priorSd, careful, rounds, draws } = options;
  if (typeof priorSd === "number" && !(priorSd > 0 && priorSd <= 10_000)) {
    refuse("priorSd", "in (0, 10000]");
  }
  if (careful !== undefined && !(careful > 0 && careful <= 1)) refuse("careful", "in (0, 1]");
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0 && rounds <= 100_000)) {
    refuse("rounds", "an integer in 1..100000");
  }
  if (draws !== undefined && !(Number.isInteger(draws) && draws >= 0 && draws <= 10_000_000)) {
    refuse("draws", "an integer in 0..10000000");
  }
}

/** The kind of interval that will be given, and a warning when it is not the one asked for. */
function intervalFor(options: RateOptions): { kind: Interval; warnings: Warning[] } {
  const { method, interval } = options;
  if (FITTED.has(method)) return { kind: interval ?? "sandwich", warnings: [] };
  const own: Interval = method === "elo" ? "none" : "posterior";
  const unable = interval === "sandwich" || (interval === "posterior" && own === "none");
  if (interval !== undefined && !unable) return { kind: interval, warnings: [] };
  if (interval === undefined) return { kind: own, warnings: [] };
  const message = `${method} has no ${interval} interval: "${own}" is given, a bootstrap can be asked for`;
  return { kind: own, warnings: [{ code: "no-such-interval", message, values: { method, interval, own } }] };
}

function wrongMethod(method: Method, door: string): RatingError {
  return new RatingError("wrong-method", `${door} does not rate by ${method}`);
}

/**
 * Rates models 0..size-1 from raw ballots, by any method of the core (`trueskill`, `glicko-2` and
 * `openskill` are rated by `rate` of `@agon/rating/compare`). Batch methods do not depend on the order
 * of the ballots; `elo` and `k-sort` do. Throws RatingError `bad-size`, `bad-ballot`, `bad-weight`,
 * `bad-option` or `wrong-method`.
 */
export function rate(size: number, ballots: Iterable<Ballot>, options: RateOptions): Rating {
  checkOptions(options);
  return rateChecked(size, readBallots(size, ballots), options);
}

function rateChecked(size: number, ballots: readonly Ballot[], options: RateOptions): Rating {
  const { kind, warnings } = intervalFor(options);
  const tally = tallyBallots(size, ballots);
  const estimate = estimateBallots(size, ballots, activeModels(tally), kind, options);
  return ratingFrom(size, tally, withWarnings(estimate, warnings), options);
}

const withWarnings = (estimate: Estimate, warnings: readonly Warning[]): Estimate =>
  warnings.length === 0 ? estimate : { ...estimate, warnings: [...estimate.warnings, ...warnings] };

/** Rates by a method that is not in the core. Throws as `rate` does. */
export function rateWith(
  rater: DirectRater,
  size: number,
  ballots: Iterable<Ballot>,
  options: RateOptions,
): Rating {
  checkOptions(options);
  const read = readBallots(size, ballots);
  const { kind, warnings } = intervalFor(options);
  const tally = tallyBallots(size, read);
  const estimate = estimateDirect(rater, read, activeModels(tally), kind, options);
  return ratingFrom(size, tally, withWarnings(estimate, warnings), options);
}

function estimateBallots(
  size: number,
  ballots: readonly Ballot[],
  active: readonly number[],
  kind: Interval,
  options: RateOptions,
): Estimate {
  const { method } = options;
  switch (method) {
    case "bradley-terry":
    case "davidson":
    case "rao-kupper":
      return estimatePairBallots(size, ballots, method, kind, options);
    case "plackett-luce":
      return estimateRankedBallots(size, ballots, kind, options);
    case "elo":
      return estimateDirect(eloRater(size), ballots, active, kind, options);
    case "k-sort":
      return estimateDirect(kSortRater(size), ballots, active, kind, options);
    case "win-rate":
      return estimateDirect(winRateRater(size), ballots, active, kind, options);
    case "trueskill":
    case "glicko-2":
    case "openskill":
      throw wrongMethod(method, "the core");
  }
}

/**
 * Rates from pair counts by Bradley-Terry, Davidson, Rao-Kupper or the win rate; the cost depends on the
 * number of models, not of votes. Every counted battle is taken as independent. A bootstrap needs the
 * ballots: asking for one throws `bad-option`. Also throws `bad-counts` and `wrong-method`.
 */
export function rateCounts(counts: PairCounts, options: RateOptions): Rating {
  checkOptions(options);
  checkCounts(counts);
  const { kind, warnings } = intervalFor(options);
  if (kind === "bootstrap")
    throw new RatingError("bad-option", "a bootstrap needs the ballots, not their counts");
  const { method } = options;
  if (!isPairMethod(method) && method !== "win-rate") throw wrongMethod(method, "rateCounts");
  const tally = tallyCounts(counts);
  const estimate = isPairMethod(method)
    ? estimateCounts(counts, method, kind)
    : estimateDirect(winRateOfCounts(counts), [], activeModels(tally), kind, options);
  return ratingFrom(counts.size, tally, withWarnings(estimate, warnings), options);
}

/** A ballot and how many voters gave it. */
export interface CountedBallot {
  readonly ballot: Ballot;
  readonly count: number;
}

/**
 * Rates by Plackett-Luce from unique rankings with counts, every ballot by itself (clusters are
 * ignored). Throws as `rate` does, and `bad-option` for a bootstrap.
 */
export function rateRankings(size: number, rankings: readonly CountedBallot[], options: RateOptions): Rating {
  checkOptions(options);
  checkSize(size);
  if (options.method !== "plackett-luce") throw wrongMethod(options.method, "rateRankings");
  const { kind, warnings } = intervalFor(options);
  if (kind === "bootstrap") throw new RatingError("bad-option", "a bootstrap needs the ballots one by one");
  const { ballots, counts } = readCounted(size, rankings);
  const tally = tallyBallots(size, ballots, counts);
  const times = ballots.map((ballot, i) => weightOf(ballot) * (counts[i] ?? 0));
  const estimate = estimateRankings(collectRankings(size, ballots, times), kind, options);
  return ratingFrom(size, tally, withWarnings(estimate, warnings), options);
}

/** Checks counted ballots and keeps those that say something. */
export function readCounted(
  size: number,
  rankings: readonly CountedBallot[],
): { ballots: Ballot[]; counts: number[] } {
  const kept = rankings.filter(({ ballot, count }) => {
    checkBallot(size, ballot);
    checkWeight(count);
    return ballot.models.length > 1 && weightOf(ballot) * count > 0;
  });
  return { ballots: kept.map(({ ballot }) => ballot), counts: kept.map(({ count }) => count) };
}
