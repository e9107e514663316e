// Boards from votes, small enough for a browser; `@agon/rating/live` holds what a running arena keeps besides.
export { type Ballot, pairOutcome } from "./ballot.ts";
export { type EloOptions, eloRatings } from "./elo.ts";
export { RatingError, type RatingErrorCode, type Warning } from "./error.ts";
export { rankRanges } from "./interval.ts";
export { BELIEF_START, type Belief, kSortBeliefs } from "./k-sort.ts";
export { addBallotToCounts, addPairs, emptyCounts, type PairCounts } from "./pair-counts.ts";
export { type OutcomeProbabilities, outcomeProbabilities, type PairMethod } from "./pair-models.ts";
export { type Random, randomIndex, randomNormal, seededRandom, shuffled } from "./random.ts";
export { type CountedBallot, rate, rateCounts, rateRankings } from "./rate.ts";
export type { Interval, Method, RatedModel, RateOptions, Rating } from "./rating.ts";
export { CENTRE, ratingOf, SCALE, thetaOf, winProbability } from "./scale.ts";
