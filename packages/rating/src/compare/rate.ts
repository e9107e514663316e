import type { Ballot } from "../ballot.ts";
import { BELIEF_BETA, NATS_PER_BELIEF } from "../k-sort.ts";
import { rate as rateByCore, rateWith } from "../rate.ts";
import { fromBeliefs } from "../rate-online.ts";
import type { RateOptions, Rating } from "../rating.ts";
import { glickoBeliefs } from "./glicko-2.ts";
import { openSkillBeliefs } from "./openskill.ts";
import { trueSkillBeliefs } from "./trueskill.ts";

/** Glicko's own scale: 400 / ln 10 points a nat, rounded as its paper does. */
const NATS_PER_GLICKO = 1 / 173.7178;

/** Openskill's Plackett-Luce is logistic in the difference over sqrt(2) beta. */
const NATS_PER_OPENSKILL = 1 / (Math.SQRT2 * BELIEF_BETA);

/**
 * `rate` of the core with three more methods, all from libraries and for comparison: `trueskill`,
 * `glicko-2` and `openskill`. They depend on the order of the ballots; their intervals are their own
 * beliefs (`posterior`). Throws as `rate` does.
 */
export function rate(size: number, ballots: Iterable<Ballot>, options: RateOptions): Rating {
  switch (options.method) {
    case "trueskill":
      return rateWith(
        (read) => fromBeliefs(trueSkillBeliefs(size, read), NATS_PER_BELIEF),
        size,
        ballots,
        options,
      );
    case "openskill":
      return rateWith(
        (read) => fromBeliefs(openSkillBeliefs(size, read), NATS_PER_OPENSKILL),
        size,
        ballots,
        options,
      );
    case "glicko-2":
      return rateWith(
        (read) => fromBeliefs(glickoBeliefs(size, read), NATS_PER_GLICKO),
        size,
        ballots,
        options,
      );
    default:
      return rateByCore(size, ballots, options);
  }
}
