import { type Ballot, checkBallot, checkSize, weightOf } from "../ballot.ts";
import { add, at, itemAt } from "../cells.ts";
import { factorise, invert, sandwiched } from "../cholesky.ts";
import { clusteringOf } from "../clusters.ts";
import { RatingError, type Warning } from "../error.ts";
import type { Connection } from "../graph.ts";
import { type Maximum, maximise, type Objective } from "../newton.ts";
import { addPairs, emptyCounts } from "../pair-counts.ts";
import { pinMean, RESCUE_SD } from "../pair-fit.ts";
import { tableConnection, tableOf } from "../pair-table.ts";
import { checkOptions } from "../rate.ts";
import {
  centredTheta,
  deviations,
  type Estimate,
  type RateOptions,
  type Rating,
  ratingFrom,
} from "../rating.ts";
import { centred, meatOf } from "../sandwich.ts";
import { activeModels, tallyBallots } from "../tally.ts";
import { connectionWarnings, evidenceWarnings, notConverged } from "../warnings.ts";

/** A duel and the style features (tokens, headings, ...; not negative) of its two outputs in slot order. */
export interface StyledDuel {
  readonly ballot: Ballot;
  readonly features: readonly [readonly number[], readonly number[]];
}

export interface StyleOptions extends Omit<RateOptions, "method"> {
  /** Strength of the L2 penalty (strength / 2) * coefficient^2, on the coefficients only; default 1. */
  readonly strength?: number;
  /** Adds a covariate for being shown first (slot 0), last in the list; default false. */
  readonly position?: boolean;
}

export interface StyledRating {
  readonly rating: Rating;
  /** Nats per standard deviation of each covariate's difference; position: nats for the first slot. */
  readonly coefficients: readonly { readonly value: number; readonly sd: number }[];
}

/** (f_a - f_b) / (f_a + f_b); 0 when both are 0. */
export const styleDifference = (a: number, b: number): number => (a + b === 0 ? 0 : (a - b) / (a + b));

/** One decided duel in rows of the parameters: theta of a and b, then the covariates. */
interface Row {
  readonly a: number;
  readonly b: number;
  readonly points: number;
  readonly weight: number;
  readonly style: Float64Array;
}

function checkFeatures(duel: StyledDuel, width: number): void {
  if (duel.ballot.models.length !== 2) throw new RatingError("not-a-duel", "style control rates duels");
  for (const features of duel.features) {
    if (features.length !== width)
      throw new RatingError("bad-ballot", `every output needs ${width} features`);
    for (const value of features) {
      if (!Number.isFinite(value) || value < 0)
        throw new RatingError("bad-ballot", "features are finite and not negative");
    }
  }
}

/** Normalised differences, each column divided by its standard deviation and not centred. */
function styleColumns(duels: readonly StyledDuel[], position: boolean): Float64Array[] {
  const width = duels[0]?.features[0].length ?? 0;
  const rows = duels.map(({ features: [a, b] }) =>
    Float64Array.from({ length: width }, (_, k) => styleDifference(itemAt(a, k), itemAt(b, k))),
  );
  for (let k = 0; k < width; k++) {
    const mean = rows.reduce((sum, row) => sum + at(row, k), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + (at(row, k) - mean) ** 2, 0) / rows.length;
    for (const row of rows) row[k] = variance > 0 ? at(row, k) / Math.sqrt(variance) : 0;
  }
  return position ? rows.map((row) => Float64Array.of(...row, 1)) : rows;
}

function rowsOf(
  duels: readonly StyledDuel[],
  styles: readonly Float64Array[],
  models: readonly number[],
): Row[] {
  const place = new Map(models.map((model, i) => [model, i]));
  return duels.map(({ ballot }, d) => {
    const [first, second] = [itemAt(ballot.ranks, 0), itemAt(ballot.ranks, 1)];
    return {
      a: place.get(itemAt(ballot.models, 0)) ?? 0,
      b: place.get(itemAt(ballot.models, 1)) ?? 0,
      points: first === second ? 0.5 : first < second ? 1 : 0,
      weight: weightOf(ballot),
      style: itemAt(styles, d),
    };
  });
}

const winChance = (x: Float64Array, row: Row, n: number): number => {
  let d = at(x, row.a) - at(x, row.b);
  for (let k = 0; k < row.style.length; k++) d += at(x, n + k) * at(row.style, k);
  return 1 / (1 + Math.exp(-d));
};

/** Derivatives of the log-odds: +1 for a, -1 for b, the covariates themselves. */
function forEachSlope(row: Row, n: number, visit: (index: number, slope: number) => void): void {
  visit(row.a, 1);
  visit(row.b, -1);
  for (let k = 0; k < row.style.length; k++) visit(n + k, at(row.style, k));
}

function objectiveOf(rows: readonly Row[], n: number, width: number, precision: Float64Array): Objective {
  const dimension = n + width;
  return {
    dimension,
    evaluate: (x, gradient, curvature) => {
      let value = 0;
      for (const row of rows) {
        const p = winChance(x, row, n);
        value += row.weight * (row.points * Math.log(p) + (1 - row.points) * Math.log1p(-p));
        const spread = row.weight * p * (1 - p);
        forEachSlope(row, n, (i, slope) => {
          add(gradient, i, row.weight * (row.points - p) * slope);
          forEachSlope(row, n, (j, other) => add(curvature, i * dimension + j, spread * slope * other));
        });
      }
      for (let k = 0; k < dimension; k++) {
        value -= (at(precision, k) / 2) * at(x, k) ** 2;
        add(gradient, k, -at(precision, k) * at(x, k));
        add(curvature, k * dimension + k, at(precision, k));
      }
      if (at(precision, 0) === 0) pinMean(n, dimension, curvature);
      return value;
    },
  };
}

/** Refuses what does not fit; keeps the duels that say something. */
function readStyled(size: number, styled: Iterable<StyledDuel>): StyledDuel[] {
  const all = [...styled];
  for (const { ballot } of all) checkBallot(size, ballot);
  const width = all[0]?.features[0].length ?? 0;
  for (const duel of all) checkFeatures(duel, width);
  return all.filter(({ ballot }) => weightOf(ballot) > 0);
}

function connectionAmong(size: number, ballots: readonly Ballot[], models: readonly number[]): Connection {
  const counts = emptyCounts(size);
  for (const ballot of ballots) addPairs(counts, ballot, weightOf(ballot));
  return tableConnection(tableOf(counts, models));
}

/**
 * Bradley-Terry with style covariates: what the ratings would be if all outputs had the same style. Ties
 * count half. Intervals are sandwiches, clustered as in `rate`; ratings lean on N(0, 2^2) when the
 * battles alone do not determine them. Throws as `rate` does.
 */
export function rateStyled(
  size: number,
  styled: Iterable<StyledDuel>,
  options: StyleOptions = {},
): StyledRating {
  const { strength = 1, position = false } = options;
  if (!(strength > 0)) throw new RatingError("bad-option", "strength must be positive");
  checkOptions({ ...options, method: "bradley-terry" });
  checkSize(size);
  const duels = readStyled(size, styled);
  const ballots = duels.map(({ ballot }) => ballot);
  const tally = tallyBallots(size, ballots);
  const models = activeModels(tally);
  const n = models.length;
  const styles = styleColumns(duels, position);
  const width = styles[0]?.length ?? 0;
  const rows = rowsOf(duels, styles, models);
  const connection = connectionAmong(size, ballots, models);
  const rescue = connection === "strong" ? 0 : 1 / RESCUE_SD ** 2;
  const precision = Float64Array.from({ length: n + width }, (_, k) => (k < n ? rescue : strength));
  const fit = maximise(objectiveOf(rows, n, width, precision), new Float64Array(n + width));
  const clustering = clusteringOf(ballots);
  const covariance = sandwichOf(rows, fit.x, fit.curvature, n, precision, clustering.groups);
  const warnings = [
    ...evidenceWarnings(n),
    ...connectionWarnings(connection, RESCUE_SD),
    ...notConverged(fit.converged),
    ...clustering.warnings,
  ];
  const estimate = strengthsOf(models, fit, covariance, { warnings, clusters: clustering.count, ...options });
  const spreads = deviations(covariance, n + width);
  return {
    rating: ratingFrom(size, tally, estimate, { ...options, method: "bradley-terry" }),
    coefficients: styleCoefficients(fit.x, spreads, n),
  };
}

function strengthsOf(
  models: readonly number[],
  fit: Maximum,
  covariance: Float64Array,
  options: StyleOptions & { readonly warnings: readonly Warning[]; readonly clusters: number | null },
): Estimate {
  const n = models.length;
  const own = centred(covariance, n, fit.x.length);
  const silent = options.interval === "none";
  return {
    models,
    theta: centredTheta(fit.x.slice(0, n)),
    sd: silent ? null : deviations(own, n),
    covariance: silent ? null : own,
    converged: fit.converged,
    warnings: options.warnings,
    interval: silent ? { kind: "none", clusters: null } : { kind: "sandwich", clusters: options.clusters },
  };
}

const styleCoefficients = (x: Float64Array, spreads: Float64Array, n: number): StyledRating["coefficients"] =>
  Array.from(x.subarray(n), (value, k) => ({ value, sd: at(spreads, n + k) }));

function sandwichOf(
  rows: readonly Row[],
  x: Float64Array,
  curvature: Float64Array,
  n: number,
  precision: Float64Array,
  groups: readonly (readonly number[])[],
): Float64Array {
  const dimension = x.length;
  const meat = meatOf(dimension, groups, (item, put) => {
    const row = itemAt(rows, item);
    const residual = row.weight * (row.points - winChance(x, row, n));
    forEachSlope(row, n, (index, slope) => put(index, residual * slope));
  });
  for (let k = 0; k < dimension; k++) add(meat, k * dimension + k, at(precision, k));
  const factor = curvature.slice();
  if (!factorise(factor, dimension)) return new Float64Array(dimension * dimension);
  return sandwiched(invert(factor, dimension), meat, dimension);
}
