// What learns from the ballots of a league: the live arena's posterior, and the two raters it is compared with.
import {
  type Ballot,
  BELIEF_START,
  type Belief,
  type CountedBallot,
  eloRatings,
  kSortBeliefs,
} from "@agon/rating";
import {
  initialPosterior,
  type Posterior,
  type PosteriorOptions,
  refitDue,
  refitPosterior,
  updatePosterior,
} from "@agon/rating/live";

export interface Learner {
  readonly learn: (ballot: Ballot) => void;
  /** Strengths in any increasing scale, read after any ballot. */
  readonly strengths: () => ArrayLike<number>;
  /** What the matchmaker reads. */
  readonly posterior: () => Posterior;
}

/** Spread of abilities before any vote in nats, as the live arena assumes it. */
const PRIOR_SD = 1.5;

/** The live arena's rating: one exact update a ballot, refits at the arena's own counts. */
export function liveLearner(models: number, options: PosteriorOptions = {}): Learner {
  let posterior = initialPosterior(models, PRIOR_SD, options);
  const ballots: CountedBallot[] = [];
  let fitted = 0;
  return {
    learn: (ballot) => {
      ballots.push({ ballot, count: 1 });
      if (refitDue(fitted, ballots.length)) {
        posterior = refitPosterior(posterior, ballots);
        fitted = ballots.length;
      } else posterior = updatePosterior(posterior, ballot);
    },
    strengths: () => posterior.mean,
    posterior: () => posterior,
  };
}

/** K-Sort Arena's published update; its matchmaker reads the means in spreads of one performance (25/6). */
export function kSortLearner(models: number): Learner {
  let beliefs: Belief[] = Array<Belief>(models).fill(BELIEF_START);
  const blank = initialPosterior(models, PRIOR_SD);
  return {
    learn: (ballot) => {
      beliefs = kSortBeliefs(models, [ballot], beliefs);
    },
    strengths: () => beliefs.map(({ mean }) => mean),
    posterior: () => ({ ...blank, mean: beliefs.map(({ mean }) => mean / (25 / 6)) }),
  };
}

/** Online Elo over the pairs of every ballot; it tells the matchmaker nothing. */
export function eloLearner(models: number, k: number): Learner {
  const ballots: Ballot[] = [];
  const blank = initialPosterior(models, PRIOR_SD);
  return {
    learn: (ballot) => {
      ballots.push(ballot);
    },
    strengths: () => eloRatings(models, ballots, { k }),
    posterior: () => blank,
  };
}
