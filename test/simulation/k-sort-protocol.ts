// The protocol of K-Sort Arena's own simulation (Z. Li et al., 2024, arXiv 2408.14468, section 4).
import type { Random } from "@agon/rating";
import { type LeagueDesign, playLeague } from "./league.ts";
import { kSortLearner, type Learner, liveLearner } from "./learners.ts";
import { misordered } from "./order.ts";
import { errorFreeVoter, mallowsVoter, type Voter } from "./voters.ts";
import { ladderWorld, stream, type World } from "./world.ts";

export interface ProtocolSetup {
  readonly models: number;
  readonly k: number;
  /** Probability with which two neighbours alone would be swapped; 0 = an error-free voter. */
  readonly flip: number;
  /** Share of sets drawn blindly; null = the default of the matchmaker. */
  readonly randomShare: number | null;
  /** Whose matchmaking and rating. */
  readonly design: "ours" | "k-sort";
  /** Ballots after which a run is given up. */
  readonly most: number;
}

/** K-Sort Arena's protocol as published: 50 models, four at a time. */
export const protocol = { models: 50, k: 4, flip: 0, randomShare: 0, design: "ours", most: 5000 } as const;

/** How much longer than t the order must stay right: on [t, 1.5 t]. */
const STAY = 1.5;

function voterOf(world: World, flip: number, random: Random): Voter {
  return flip === 0 ? errorFreeVoter(world) : mallowsVoter(world, flip, random);
}

function learnerOf({ design, models }: ProtocolSetup): Learner {
  return design === "ours" ? liveLearner(models) : kSortLearner(models);
}

/**
 * The smallest t such that the board has every model in its true place after each of the ballots t .. 1.5 t;
 * Infinity when there is none before `most`.
 *
 * Assumptions: models one nat apart in random order (only the order is judged, so the distances tell nobody
 * anything); the voter answers by the true order, at `flip` > 0 with Mallows noise around the true order of
 * the K that are shown; ballots come one after another; our side is the live league's rating with its
 * defaults (careful share .9, empirical Bayes, refits at the arena's counts).
 */
export function votesToExactOrder(setup: ProtocolSetup, seed: number): number {
  const world = ladderWorld(setup.models, 1, stream(seed, "world"));
  const learner = learnerOf(setup);
  const rule = setup.design === "ours" ? "information" : "k-sort";
  const league: LeagueDesign = { models: setup.models, k: setup.k, rule, randomShare: setup.randomShare };
  let right = 0;
  let found = Number.POSITIVE_INFINITY;
  const watch = (ballots: number): boolean => {
    if (misordered(world, learner.strengths()) > 0) right = 0;
    else if (right === 0) right = ballots;
    if (right > 0 && ballots >= STAY * right) found = right;
    return Number.isFinite(found);
  };
  const voter = voterOf(world, setup.flip, stream(seed, "voter"));
  playLeague(league, learner, voter, setup.most, stream(seed, "sets"), watch);
  return found;
}
