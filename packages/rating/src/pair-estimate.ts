import { at } from "./cells.ts";
import type { Warning } from "./error.ts";
import type { Connection } from "./graph.ts";
import type { PairCounts } from "./pair-counts.ts";
import { fitPairs, type PairFit, type PairPrior, RESCUE_SD } from "./pair-fit.ts";
import { PAIR_MODELS, type PairMethod, type PairModel } from "./pair-models.ts";
import { type PairTable, tableConnection, tableOf } from "./pair-table.ts";
import { deviations, type Estimate, type Interval } from "./rating.ts";
import { centredCovariance } from "./sandwich.ts";
import { activeModels, tallyCounts } from "./tally.ts";
import { connectionWarnings, evidenceWarnings, notConverged } from "./warnings.ts";

/** A fitted pair law and all that its intervals need. */
export interface PairEstimate {
  readonly models: readonly number[];
  readonly table: PairTable;
  readonly model: PairModel;
  readonly prior: PairPrior;
  readonly fit: PairFit;
  readonly warnings: readonly Warning[];
}

/** Weak enough to move nothing. */
const IDLE_PRECISION = 1e-6;

/**
 * A tie parameter can run away, and the strengths with it, unless the decided battles alone lead from
 * every model to every other one: then it gets the rescuing prior too.
 */
function priorFor(table: PairTable, connection: Connection): PairPrior {
  const rescue = 1 / RESCUE_SD ** 2;
  return {
    theta: connection === "strong" ? 0 : rescue,
    eta: tableConnection(table, false) === "strong" ? IDLE_PRECISION : rescue,
  };
}

/** Fits the models that have battles; the prior steps in only where the battles do not suffice. */
export function estimatePairs(counts: PairCounts, method: PairMethod): PairEstimate {
  const models = activeModels(tallyCounts(counts));
  const table = tableOf(counts, models);
  const connection = tableConnection(table);
  const asked = PAIR_MODELS[method];
  const tied = table.ties.some((ties) => ties > 0);
  // Without a tie both laws with a tie parameter are Bradley-Terry, their parameter at its limit.
  const model = tied ? asked : PAIR_MODELS["bradley-terry"];
  const prior = priorFor(table, connection);
  const fit = fitPairs(table, model, prior);
  const warnings = [
    ...evidenceWarnings(models.length),
    ...connectionWarnings(connection, RESCUE_SD),
    ...notConverged(fit.converged),
  ];
  return { models, table, model, prior, fit, warnings };
}

/** The public part of an estimate; without S the covariance is the inverse of the curvature. */
export function finishPairs(
  estimate: PairEstimate,
  kind: Interval,
  meat: Float64Array | undefined,
  clusters: number | null,
  warnings: readonly Warning[] = [],
): Estimate {
  const { fit, model, table } = estimate;
  const m = table.n;
  const covariance =
    kind === "none" || m === 0 ? null : centredCovariance(m, fit.x.length, fit.curvature, meat);
  return {
    models: estimate.models,
    theta: fit.x.slice(0, m),
    sd: covariance === null ? null : deviations(covariance, m),
    covariance,
    converged: fit.converged,
    warnings: [...estimate.warnings, ...warnings],
    interval: { kind, clusters },
    ...(model.hasTie ? { tie: model.published(at(fit.x, m)) } : {}),
    ...(estimate.prior.theta > 0 ? { priorSd: RESCUE_SD } : {}),
  };
}
