import { type Ballot, readBallots } from "../ballot.ts";
import { at } from "../cells.ts";
import { RatingError } from "../error.ts";
import { normalCdf } from "../normal.ts";
import { estimatePairBallots } from "../rate-pairs.ts";
import { holm } from "./holm.ts";

export interface CriterionTest {
  /** theta_a - theta_b in nats and its standard deviation; null where one of the two has no battle. */
  readonly difference: number | null;
  readonly sd: number | null;
  /** Two-sided p-value, and the one adjusted for the number of criteria. */
  readonly p: number | null;
  readonly adjusted: number | null;
}

function difference(
  size: number,
  ballots: Iterable<Ballot>,
  a: number,
  b: number,
): { by: number; sd: number } | null {
  const estimate = estimatePairBallots(size, readBallots(size, ballots), "bradley-terry", "sandwich", {
    method: "bradley-terry",
  });
  const [i, j] = [estimate.models.indexOf(a), estimate.models.indexOf(b)];
  const m = estimate.models.length;
  if (i < 0 || j < 0 || estimate.covariance === null) return null;
  const v = estimate.covariance;
  const variance = at(v, i * m + i) + at(v, j * m + j) - 2 * at(v, i * m + j);
  return { by: at(estimate.theta, i) - at(estimate.theta, j), sd: Math.sqrt(Math.max(0, variance)) };
}

/**
 * Whether model a differs from model b under each criterion (one list of ballots each): Wald tests of the
 * Bradley-Terry difference with sandwich covariance, Holm-adjusted over the criteria that could be tested.
 * Throws as `rate` does.
 */
export function criterionTests(
  size: number,
  criteria: readonly Iterable<Ballot>[],
  a: number,
  b: number,
): CriterionTest[] {
  if (a === b) throw new RatingError("bad-option", "a model does not differ from itself");
  const found = criteria.map((ballots) => difference(size, ballots, a, b));
  const p = found.map((own) =>
    own === null || own.sd === 0 ? null : 2 * normalCdf(-Math.abs(own.by) / own.sd),
  );
  const adjusted = holm(p.filter((value) => value !== null));
  let tested = 0;
  return found.map((own, c) => {
    const value = p[c] ?? null;
    const after = value === null ? null : (adjusted[tested++] ?? null);
    return { difference: own?.by ?? null, sd: own?.sd ?? null, p: value, adjusted: after };
  });
}
