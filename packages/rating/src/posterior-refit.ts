import { weightOf } from "./ballot.ts";
import { at, itemAt } from "./cells.ts";
import { factorise, invert } from "./cholesky.ts";
import { checkCounts, type PairCounts } from "./pair-counts.ts";
import { fitPlackettLuce } from "./plackett-luce.ts";
import { covarianceCells, type Posterior } from "./posterior.ts";
import { type CountedBallot, readCounted } from "./rate.ts";
import { estimateCounts } from "./rate-pairs.ts";
import { collectRankings } from "./rate-rankings.ts";

/** Beliefs about some of the models; the other ones are as unknown as at first. */
interface Fitted {
  readonly models: readonly number[];
  readonly theta: Float64Array;
  /** Row-major over `models`. */
  readonly cov: Float64Array;
  readonly priorSd: number;
}

function withFitted(posterior: Posterior, fitted: Fitted): Posterior {
  const row = new Int32Array(posterior.size).fill(-1);
  for (const [i, model] of fitted.models.entries()) row[model] = i;
  const m = fitted.models.length;
  const mean = Array.from(row, (i) => (i < 0 ? 0 : at(fitted.theta, i)));
  const cov = covarianceCells(posterior.size, (a, b) => {
    const [i, j] = [row[a] ?? -1, row[b] ?? -1];
    if (i >= 0 && j >= 0) return at(fitted.cov, i * m + j);
    return a === b ? fitted.priorSd ** 2 : 0;
  });
  return { ...posterior, mean, cov, priorSd: fitted.priorSd };
}

/** Bradley-Terry as the board fits it, and the inverse of its curvature. */
function refitCounts(posterior: Posterior, counts: PairCounts): Posterior {
  checkCounts(counts);
  const estimate = estimateCounts(counts, "bradley-terry", "posterior");
  const { models, theta } = estimate;
  const cov = estimate.covariance ?? new Float64Array(models.length ** 2);
  return withFitted(posterior, { models, theta, cov, priorSd: posterior.priorSd });
}

function refitRankings(posterior: Posterior, rankings: readonly CountedBallot[]): Posterior {
  const { ballots, counts } = readCounted(posterior.size, rankings);
  const times = ballots.map((ballot, i) => weightOf(ballot) * itemAt(counts, i));
  const { models, table } = collectRankings(posterior.size, ballots, times);
  const fit = fitPlackettLuce(table, {
    priorSd: posterior.empirical ? "auto" : posterior.priorSd,
    careful: posterior.careful,
  });
  const dimension = fit.x.length;
  const factor = fit.curvature.slice();
  if (!factorise(factor, dimension)) return posterior;
  const inverse = invert(factor, dimension);
  const m = models.length;
  const cov = Float64Array.from({ length: m * m }, (_, cell) =>
    at(inverse, Math.floor(cell / m) * dimension + (cell % m)),
  );
  const refitted = withFitted(posterior, { models, theta: fit.x.slice(0, m), cov, priorSd: fit.priorSd });
  return { ...refitted, tieSizes: [...fit.ties.sizes], tieLogs: [...fit.ties.logs] };
}

/**
 * All ballots anew, from a neutral start, so that the result depends on them alone: from pair counts as
 * the duel board does, from rankings by Plackett-Luce (with the posterior's careful share, and its
 * prior's spread by empirical Bayes unless that is switched off). Throws as `rateCounts` and
 * `rateRankings` do.
 */
export function refitPosterior(posterior: Posterior, data: PairCounts | readonly CountedBallot[]): Posterior {
  return "wins" in data ? refitCounts(posterior, data) : refitRankings(posterior, data);
}
