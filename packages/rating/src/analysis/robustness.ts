import { at, intAt } from "../cells.ts";
import { factorise, invert } from "../cholesky.ts";
import { addPair, checkCounts, type PairCounts } from "../pair-counts.ts";
import { estimatePairs, type PairEstimate } from "../pair-estimate.ts";
import { bradleyTerry, emptyTerms } from "../pair-models.ts";

export interface Robustness {
  /** The model at rank 1; null without battles or with one model only. */
  readonly leader: number | null;
  /** Who leads once the votes are gone. */
  readonly rival: number | null;
  /** Votes whose removal, checked by a refit, changes rank 1; null when none were found. */
  readonly votes: number | null;
}

interface Group {
  readonly winner: number;
  readonly loser: number;
  readonly tied: boolean;
  readonly count: number;
  /** How much the removal of one such vote brings the rival closer, nats, to first order. */
  readonly gain: number;
}

function leaderOf(estimate: PairEstimate): number {
  let best = 0;
  for (let i = 1; i < estimate.table.n; i++)
    if (at(estimate.fit.x, i) > at(estimate.fit.x, best) + 1e-9) best = i;
  return best;
}

/** Groups of equal votes, the most telling for `leader` over `rival` (rows of the table) first. */
function tellingGroups(
  estimate: PairEstimate,
  inverse: Float64Array,
  leader: number,
  rival: number,
): Group[] {
  const { table, fit, models } = estimate;
  const n = table.n;
  const terms = emptyTerms();
  const groups: Group[] = [];
  for (let pair = 0; pair < table.i.length; pair++) {
    const [i, j] = [intAt(table.i, pair), intAt(table.j, pair)];
    bradleyTerry.terms(at(fit.x, i) - at(fit.x, j), 0, terms);
    const pull = at(inverse, leader * n + i) - at(inverse, leader * n + j);
    const counter = at(inverse, rival * n + i) - at(inverse, rival * n + j);
    const push = (winner: number, loser: number, tied: boolean, count: number, score: number): void => {
      const gain = score * (pull - counter);
      if (count > 0 && gain > 0)
        groups.push({ winner: models[winner] ?? 0, loser: models[loser] ?? 0, tied, count, gain });
    };
    push(i, j, false, at(table.wins, pair), terms.win.d);
    push(j, i, false, at(table.losses, pair), terms.loss.d);
    push(i, j, true, at(table.ties, pair), terms.tie.d);
  }
  return groups.sort((a, b) => b.gain - a.gain);
}

function without(counts: PairCounts, groups: readonly Group[], votes: number): PairCounts {
  const rest = { ...counts, wins: counts.wins.slice(), ties: counts.ties.slice() };
  let left = votes;
  for (const { winner, loser, tied, count } of groups) {
    const taken = Math.min(left, count);
    addPair(rest, winner, loser, tied, -taken);
    left -= taken;
  }
  return rest;
}

/** Who leads once `votes` of the most telling votes are gone. */
function leaderWithout(counts: PairCounts, groups: readonly Group[], votes: number): number | null {
  const estimate = estimatePairs(without(counts, groups, votes), "bradley-terry");
  return estimate.models[leaderOf(estimate)] ?? null;
}

/** Fewest votes, in the order of the groups, after which the leader falls: doubling, then halving. */
function fewestVotes(
  counts: PairCounts,
  groups: readonly Group[],
  leader: number,
  limit: number,
): number | null {
  const all = Math.floor(groups.reduce((sum, { count }) => sum + count, 0));
  let high = 1;
  const falls = (votes: number): boolean => leaderWithout(counts, groups, votes) !== leader;
  while (high < Math.min(all, limit) && !falls(high)) high *= 2;
  high = Math.min(high, all, limit);
  if (high < 1 || !falls(high)) return null;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (falls(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The fewest votes whose removal changes rank 1 of the Bradley-Terry board, searched among the votes of
 * the largest first-order influence for each of the `rivals` closest rivals (default 3; T. Broderick, R.
 * Giordano, R. Meager, 2020) and checked by refits. An upper bound of the true minimum. Throws `bad-counts`.
 */
export function robustnessOfFirst(counts: PairCounts, rivals = 3): Robustness {
  checkCounts(counts);
  const estimate = estimatePairs(counts, "bradley-terry");
  const { models, table, fit } = estimate;
  const factor = fit.curvature.slice();
  if (table.n < 2 || !factorise(factor, table.n))
    return { leader: models[0] ?? null, rival: null, votes: null };
  const inverse = invert(factor, table.n);
  const leader = leaderOf(estimate);
  const others = [...models.keys()].filter((row) => row !== leader);
  others.sort((a, b) => at(fit.x, b) - at(fit.x, a));
  let best: { rival: number | null; votes: number | null } = { rival: null, votes: null };
  for (const row of others.slice(0, rivals)) {
    const groups = tellingGroups(estimate, inverse, leader, row);
    const votes = fewestVotes(counts, groups, models[leader] ?? 0, best.votes ?? Number.POSITIVE_INFINITY);
    if (votes !== null && (best.votes === null || votes < best.votes)) {
      best = { rival: leaderWithout(counts, groups, votes), votes };
    }
  }
  return { leader: models[leader] ?? null, ...best };
}
