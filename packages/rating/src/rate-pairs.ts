import { type Ballot, forEachPair, weightOf } from "./ballot.ts";
import { withBootstrap } from "./bootstrap.ts";
import { add, at, itemAt } from "./cells.ts";
import { type Clustering, clusteringOf } from "./clusters.ts";
import { resampledPairs } from "./pair-bootstrap.ts";
import { addPairs, emptyCounts, type PairCounts } from "./pair-counts.ts";
import { estimatePairs, finishPairs, type PairEstimate } from "./pair-estimate.ts";
import { countedMeat } from "./pair-fit.ts";
import { emptyTerms, type PairMethod, type PairTerms } from "./pair-models.ts";
import type { Estimate, Interval, RateOptions } from "./rating.ts";
import { meatOf } from "./sandwich.ts";

/** Adds the score of one outcome between table rows a and b (a beat b, or they tied). */
function putScore(
  estimate: PairEstimate,
  terms: PairTerms,
  a: number,
  b: number,
  tied: boolean,
  times: number,
  put: (index: number, amount: number) => void,
): void {
  const { x } = estimate.fit;
  const eta = estimate.table.n;
  estimate.model.terms(at(x, a) - at(x, b), estimate.model.hasTie ? at(x, eta) : 0, terms);
  const outcome = tied ? terms.tie : terms.win;
  put(a, times * outcome.d);
  put(b, -times * outcome.d);
  if (estimate.model.hasTie) put(eta, times * outcome.eta);
}

/** S over clusters of ballots; a ballot of K models is one score, never K (K - 1) / 2 independent ones. */
function clusteredMeat(
  estimate: PairEstimate,
  ballots: readonly Ballot[],
  clustering: Clustering,
): Float64Array {
  const row = new Map(estimate.models.map((model, i) => [model, i]));
  const terms = emptyTerms();
  return meatOf(estimate.fit.x.length, clustering.groups, (item, put) => {
    const ballot = itemAt(ballots, item);
    forEachPair(ballot, (a, b, tied) => {
      putScore(estimate, terms, row.get(a) ?? 0, row.get(b) ?? 0, tied, weightOf(ballot), put);
    });
  });
}

function addPriorPrecision(meat: Float64Array, estimate: PairEstimate): Float64Array {
  const size = estimate.fit.x.length;
  for (let k = 0; k < size; k++) {
    add(meat, k * size + k, k < estimate.table.n ? estimate.prior.theta : estimate.prior.eta);
  }
  return meat;
}

/** Fit and intervals from counts alone: `sandwich` takes every counted battle as independent. */
export function estimateCounts(counts: PairCounts, method: PairMethod, kind: Interval): Estimate {
  const estimate = estimatePairs(counts, method);
  const meat =
    kind === "sandwich"
      ? addPriorPrecision(countedMeat(estimate.table, estimate.model, estimate.fit.x), estimate)
      : undefined;
  return finishPairs(estimate, kind, meat, null);
}

/** Fit from the ballots' pairs, intervals over their clusters. */
export function estimatePairBallots(
  size: number,
  ballots: readonly Ballot[],
  method: PairMethod,
  kind: Interval,
  options: RateOptions,
): Estimate {
  const counts = emptyCounts(size);
  for (const ballot of ballots) addPairs(counts, ballot, weightOf(ballot));
  const plain = ballots.every(isPlainDuel);
  if (plain && kind !== "bootstrap") return estimateCounts(counts, method, kind);
  const estimate = estimatePairs(counts, method);
  const clustering = clusteringOf(ballots);
  if (kind === "bootstrap") {
    const base = finishPairs(estimate, "none", undefined, null);
    return withBootstrap(base, clustering, resampledPairs(estimate, ballots, clustering, size), options);
  }
  const meat =
    kind === "sandwich"
      ? addPriorPrecision(clusteredMeat(estimate, ballots, clustering), estimate)
      : undefined;
  return finishPairs(estimate, kind, meat, clustering.count, kind === "sandwich" ? clustering.warnings : []);
}

const isPlainDuel = (ballot: Ballot): boolean =>
  ballot.models.length === 2 && ballot.cluster === undefined && weightOf(ballot) === 1;
