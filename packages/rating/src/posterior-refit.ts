import { weightOf } from "./ballot.ts";
import { at, intAt, itemAt } from "./cells.ts";
import { factorise, invert } from "./cholesky.ts";
import { checkCounts, type PairCounts } from "./pair-counts.ts";
import { RESCUE_SD } from "./pair-fit.ts";
import { tableConnection, tableOf } from "./pair-table.ts";
import { fitPlackettLuce, type RankingTable } from "./plackett-luce.ts";
import { covarianceCells, hasFullCovariance, type Posterior } from "./posterior.ts";
import type { Ranking } from "./ranking.ts";
import { type CountedBallot, readCounted } from "./rate.ts";
import { estimateCounts } from "./rate-pairs.ts";
import { collectRankings } from "./rate-rankings.ts";
import { centredTheta } from "./rating.ts";
import { activeModels, tallyCounts } from "./tally.ts";
import { fitWide } from "./wide-fit.ts";

/** Beliefs about some of the models; the other ones are as unknown as at first. */
interface Fitted {
  readonly models: readonly number[];
  readonly theta: Float64Array;
  /** Of two rows of `models`; of one and the same above 200 models. */
  readonly covariance: (i: number, j: number) => number;
  readonly priorSd: number;
}

function withFitted(posterior: Posterior, fitted: Fitted): Posterior {
  const row = new Int32Array(posterior.size).fill(-1);
  for (const [i, model] of fitted.models.entries()) row[model] = i;
  const mean = Array.from(row, (i) => (i < 0 ? 0 : at(fitted.theta, i)));
  const cov = covarianceCells(posterior.size, (a, b) => {
    const [i, j] = [row[a] ?? -1, row[b] ?? -1];
    if (i >= 0 && j >= 0) return fitted.covariance(i, j);
    return a === b ? fitted.priorSd ** 2 : 0;
  });
  return { ...posterior, mean, cov, priorSd: fitted.priorSd };
}

/** Bradley-Terry as the board fits it, and the inverse of its curvature. */
function refitCounts(posterior: Posterior, counts: PairCounts): Posterior {
  const estimate = estimateCounts(counts, "bradley-terry", "posterior");
  const { models, theta, covariance } = estimate;
  const m = models.length;
  return withFitted(posterior, {
    models,
    theta,
    covariance: (i, j) => (covariance === null ? 0 : at(covariance, i * m + j)),
    priorSd: posterior.priorSd,
  });
}

/** The same for wide fields: duels are rankings of two, whose ties share the win. */
function refitWideCounts(posterior: Posterior, counts: PairCounts): Posterior {
  const models = activeModels(tallyCounts(counts));
  const pairs = tableOf(counts, models);
  const rankings: Ranking[] = [];
  const times: number[] = [];
  const put = (best: number, other: number, tied: boolean, count: number): void => {
    if (count === 0) return;
    rankings.push({ models: [best, other], groups: [tied ? 2 : 1] });
    times.push(count);
  };
  for (let pair = 0; pair < pairs.i.length; pair++) {
    const [i, j] = [intAt(pairs.i, pair), intAt(pairs.j, pair)];
    put(i, j, false, at(pairs.wins, pair));
    put(j, i, false, at(pairs.losses, pair));
    put(i, j, true, at(pairs.ties, pair));
  }
  const table = { n: models.length, rankings, counts: times, tieSizes: [] };
  const priorSd = tableConnection(pairs) === "strong" ? Number.POSITIVE_INFINITY : RESCUE_SD;
  const { theta, variances } = fitWide(table, { priorSd, careful: 1 });
  const covariance = (i: number): number => at(variances, i);
  return withFitted(posterior, {
    models,
    theta: centredTheta(theta),
    covariance,
    priorSd: posterior.priorSd,
  });
}

function refitRankings(posterior: Posterior, rankings: readonly CountedBallot[]): Posterior {
  const { ballots, counts } = readCounted(posterior.size, rankings);
  const times = ballots.map((ballot, i) => weightOf(ballot) * itemAt(counts, i));
  const { models, table } = collectRankings(posterior.size, ballots, times);
  return hasFullCovariance(posterior.size)
    ? refitNarrow(posterior, models, table)
    : refitWide(posterior, models, table);
}

const lawOf = ({ empirical, priorSd, careful }: Posterior) =>
  ({ priorSd: empirical ? "auto" : priorSd, careful }) as const;

function refitNarrow(posterior: Posterior, models: readonly number[], table: RankingTable): Posterior {
  const fit = fitPlackettLuce(table, lawOf(posterior));
  const dimension = fit.x.length;
  const factor = fit.curvature.slice();
  if (!factorise(factor, dimension)) return posterior;
  const inverse = invert(factor, dimension);
  const covariance = (i: number, j: number): number => at(inverse, i * dimension + j);
  const theta = fit.x.slice(0, models.length);
  const refitted = withFitted(posterior, { models, theta, covariance, priorSd: fit.priorSd });
  return { ...refitted, tieSizes: [...fit.ties.sizes], tieLogs: [...fit.ties.logs] };
}

function refitWide(posterior: Posterior, models: readonly number[], table: RankingTable): Posterior {
  const { theta, variances, priorSd, ties } = fitWide(table, lawOf(posterior));
  const covariance = (i: number): number => at(variances, i);
  const refitted = withFitted(posterior, { models, theta, covariance, priorSd });
  return { ...refitted, tieSizes: [...ties.sizes], tieLogs: [...ties.logs] };
}

/**
 * All ballots anew, from a neutral start, so that the result depends on them alone: from pair counts as
 * the duel board does, from rankings by Plackett-Luce (with the posterior's careful share, and its
 * prior's spread by empirical Bayes unless that is switched off). Above 200 models by sparse steps and with
 * near variances, which is all that is kept there. Throws as `rateCounts` and `rateRankings` do.
 */
export function refitPosterior(posterior: Posterior, data: PairCounts | readonly CountedBallot[]): Posterior {
  if (!("wins" in data)) return refitRankings(posterior, data);
  checkCounts(data);
  return hasFullCovariance(posterior.size) ? refitCounts(posterior, data) : refitWideCounts(posterior, data);
}
