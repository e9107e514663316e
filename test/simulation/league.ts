// A K-wise league as an arena runs it: a matchmaker proposes K models, a voter puts them in order, a rater learns.
import type { Random } from "@agon/rating";
import { type MatchmakingInput, proposeSet } from "@agon/rating/live";
import type { Learner } from "./learners.ts";
import type { Voter } from "./voters.ts";

/** How the sets are chosen; `randomShare` null = the engine's default. */
export interface LeagueDesign {
  readonly models: number;
  readonly k: number;
  readonly rule: NonNullable<MatchmakingInput["rule"]>;
  readonly randomShare: number | null;
}

/** Battles of every model and of every pair, row-major. */
interface Meetings {
  readonly games: number[];
  readonly pairGames: Float64Array;
}

/** Counts one battle; mutates `meetings`. */
function countMeeting({ games, pairGames }: Meetings, set: readonly number[]): void {
  for (const a of set) {
    games[a] = (games[a] ?? 0) + 1;
    for (const b of set) {
      const cell = a * games.length + b;
      if (a !== b) pairGames[cell] = (pairGames[cell] ?? 0) + 1;
    }
  }
}

/** Plays up to `ballots` battles; `watch` hears of every one and ends the league by answering true. */
export function playLeague(
  design: LeagueDesign,
  learner: Learner,
  voter: Voter,
  ballots: number,
  random: Random,
  watch: (ballotsSoFar: number) => boolean = () => false,
): void {
  const { models, k, rule, randomShare } = design;
  const candidates = Array.from({ length: models }, (_, model) => model);
  const meetings = { games: candidates.map(() => 0), pairGames: new Float64Array(models * models) };
  for (let ballot = 1; ballot <= ballots; ballot++) {
    const posterior = learner.posterior();
    const share = randomShare === null ? {} : { randomShare };
    const set = proposeSet({ posterior, candidates, k, random, rule, ...share, ...meetings }).models;
    countMeeting(meetings, set);
    learner.learn({ models: set, ranks: voter(set) });
    if (watch(ballot)) return;
  }
}
