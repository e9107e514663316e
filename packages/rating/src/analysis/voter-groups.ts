import { type Ballot, readBallots } from "../ballot.ts";
import { centredKnown } from "../bootstrap.ts";
import { at, itemAt } from "../cells.ts";
import { RatingError } from "../error.ts";
import { DEFAULT_PRIOR_SD, fitPlackettLuce, type PlackettLuceFit, rankingLogs } from "../plackett-luce.ts";
import { type Random, seededRandom } from "../random.ts";
import { type Ranked, rankBallots } from "../rate-rankings.ts";
import { groupByCluster } from "../sandwich.ts";

export interface VoterGroup {
  /** Share of the voters. */
  readonly share: number;
  /** Nats per model, mean 0; null for a model without battles. */
  readonly theta: readonly (number | null)[];
}

export interface VoterGroups {
  /** Largest first. */
  readonly groups: readonly VoterGroup[];
  /** Per voter (cluster; a ballot without one is a voter) the probabilities of the groups. */
  readonly voters: readonly { readonly cluster: number | null; readonly probabilities: readonly number[] }[];
  readonly logLikelihood: number;
  /** G. Schwarz's criterion (1978): compare numbers of groups by it, lower is better. */
  readonly bic: number;
  readonly converged: boolean;
}

export interface VoterGroupOptions {
  readonly groups: number;
  readonly seed?: number | string;
  /** Random starts, default 5; the likeliest end wins. */
  readonly starts?: number;
}

interface State {
  readonly shares: readonly number[];
  readonly fits: readonly PlackettLuceFit[];
  /** memberships[voter][group]. */
  readonly memberships: readonly (readonly number[])[];
  readonly logLikelihood: number;
  readonly converged: boolean;
}

const MAX_ROUNDS = 200;
const GAIN = 1e-6;

/** Each group's board from every voter's ballots, weighted by how much the voter belongs to it. */
function fitGroups(
  ranked: Ranked,
  voters: readonly (readonly number[])[],
  memberships: State["memberships"],
  groups: number,
  starts: readonly PlackettLuceFit[],
): PlackettLuceFit[] {
  return Array.from({ length: groups }, (_, g) => {
    const counts = ranked.table.rankings.map(() => 0);
    for (const [v, ballots] of voters.entries()) {
      const belongs = memberships[v]?.[g] ?? 0;
      for (const b of ballots) {
        const r = itemAt(ranked.unique, b);
        counts[r] = itemAt(counts, r) + belongs * itemAt(ranked.times, b);
      }
    }
    return fitPlackettLuce(
      { ...ranked.table, counts },
      { priorSd: DEFAULT_PRIOR_SD, careful: 1 },
      starts[g]?.x,
      1e-6,
    );
  });
}

function assign(
  ranked: Ranked,
  voters: readonly (readonly number[])[],
  fits: readonly PlackettLuceFit[],
  shares: readonly number[],
): Pick<State, "memberships" | "logLikelihood"> {
  const logs = fits.map((fit) => rankingLogs(ranked.table, fit, 1));
  let logLikelihood = 0;
  const memberships = voters.map((ballots) => {
    const joint = logs.map((log, g) =>
      ballots.reduce(
        (sum, b) => sum + itemAt(ranked.times, b) * at(log, itemAt(ranked.unique, b)),
        Math.log(shares[g] ?? 0),
      ),
    );
    const top = Math.max(...joint);
    const total = joint.reduce((sum, log) => sum + Math.exp(log - top), 0);
    logLikelihood += top + Math.log(total);
    return joint.map((log) => Math.exp(log - top) / total);
  });
  return { memberships, logLikelihood };
}

function climb(
  ranked: Ranked,
  voters: readonly (readonly number[])[],
  groups: number,
  random: Random,
): State {
  let memberships: State["memberships"] = voters.map(() => {
    const raw = Array.from({ length: groups }, () => -Math.log(1 - random()));
    const total = raw.reduce((sum, value) => sum + value, 0);
    return raw.map((value) => value / total);
  });
  let fits: PlackettLuceFit[] = [];
  let shares: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    fits = fitGroups(ranked, voters, memberships, groups, fits);
    // One voter's worth is spread over the groups, so that none dies out for good.
    shares = Array.from({ length: groups }, (_, g) => {
      const sum = memberships.reduce((total, row) => total + (row[g] ?? 0), 0);
      return (sum + 1 / groups) / (voters.length + 1);
    });
    const next = assign(ranked, voters, fits, shares);
    memberships = next.memberships;
    const gained = next.logLikelihood - best;
    best = next.logLikelihood;
    if (Math.abs(gained) < GAIN * voters.length) {
      return { shares, fits, memberships, logLikelihood: best, converged: true };
    }
  }
  return { shares, fits, memberships, logLikelihood: best, converged: false };
}

/**
 * Groups of voters with boards of their own: a mixture of Plackett-Luce models over whole voters, by EM
 * from seeded starts (A. Dempster, N. Laird, D. Rubin, 1977). Throws as `rate` does, and `bad-option`.
 */
export function voterGroups(
  size: number,
  ballots: Iterable<Ballot>,
  options: VoterGroupOptions,
): VoterGroups {
  const { groups, seed = 0, starts = 5 } = options;
  if (!Number.isInteger(groups) || groups < 1 || groups > 50) {
    throw new RatingError("bad-option", "groups must be an integer in 1..50");
  }
  if (!Number.isInteger(starts) || starts < 1)
    throw new RatingError("bad-option", "starts must be a positive integer");
  const read = readBallots(size, ballots);
  const voters = groupByCluster(read.map(({ cluster }) => cluster));
  const ranked = rankBallots(size, read);
  const random = seededRandom(`groups ${seed}`);
  const states = Array.from({ length: starts }, () => climb(ranked, voters, groups, random));
  const best = states.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a));
  return published(size, read, voters, ranked, best);
}

function published(
  size: number,
  ballots: readonly Ballot[],
  voters: readonly (readonly number[])[],
  ranked: Ranked,
  state: State,
): VoterGroups {
  const order = [...state.shares.keys()].sort((a, b) => itemAt(state.shares, b) - itemAt(state.shares, a));
  const groups = order.map((g) => {
    const fit = itemAt(state.fits, g);
    const own = centredKnown(fit.x.slice(0, ranked.table.n));
    const theta = Array<number | null>(size).fill(null);
    for (const [i, model] of ranked.models.entries()) theta[model] = at(own, i);
    return { share: itemAt(state.shares, g), theta };
  });
  const parameters = order.length * (ranked.table.n - 1 + ranked.table.tieSizes.length) + order.length - 1;
  return {
    groups,
    voters: voters.map((own, v) => ({
      cluster: ballots[own[0] ?? -1]?.cluster ?? null,
      probabilities: order.map((g) => state.memberships[v]?.[g] ?? 0),
    })),
    logLikelihood: state.logLikelihood,
    bic: parameters * Math.log(Math.max(1, voters.length)) - 2 * state.logLikelihood,
    converged: state.converged,
  };
}
