import type { Ballot } from "./ballot.ts";
import type { Warning } from "./error.ts";
import { groupByCluster, MIN_CLUSTERS } from "./sandwich.ts";

/** Which ballots hang together; `count` is null when every ballot stands alone. */
export interface Clustering {
  readonly groups: readonly (readonly number[])[];
  readonly count: number | null;
  readonly warnings: readonly Warning[];
}

/** Groups ballots by `cluster`; with fewer than 20 groups every ballot stands alone and a warning says so. */
export function clusteringOf(ballots: readonly Ballot[]): Clustering {
  const alone = (): number[][] => ballots.map((_, i) => [i]);
  if (ballots.every((ballot) => ballot.cluster === undefined)) {
    return { groups: alone(), count: null, warnings: [] };
  }
  const groups = groupByCluster(ballots.map((ballot) => ballot.cluster));
  if (groups.length >= MIN_CLUSTERS) return { groups, count: groups.length, warnings: [] };
  const message = `only ${groups.length} clusters (at least ${MIN_CLUSTERS} are needed): intervals take every ballot by itself`;
  const values = { clusters: groups.length, needed: MIN_CLUSTERS };
  return { groups: alone(), count: null, warnings: [{ code: "few-clusters", message, values }] };
}
