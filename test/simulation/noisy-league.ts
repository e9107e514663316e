import type { MatchmakingInput } from "@agon/rating/live";
import { playLeague } from "./league.ts";
import { eloLearner, kSortLearner, type Learner, liveLearner } from "./learners.ts";
import { kendallTau } from "./order.ts";
import { carelessVoter, noisyVoter } from "./voters.ts";
import { evenWorld, normalWorld, stream, type World } from "./world.ts";

/** Whose matchmaking with whose rating. */
export type NoisyDesign = "ours" | "uniform sets, our rating" | "k-sort" | "uniform sets, online Elo";

export interface NoisySetup {
  readonly design: NoisyDesign;
  /** `even`: equal distances over 10 nats; `normal`: N(0, 3^2) nats. */
  readonly world: "even" | "normal";
  /** Share of ballots that are orders by lot. */
  readonly careless: number;
  /** Ballots after which a run is given up. */
  readonly most: number;
}

const MODELS = 50;
const K = 4;
/** Spread in logits of what a voter sees in one look at one output. */
const LOOK_SD = 2;
const SPAN = 10;
const SPREAD = 3;
const TARGET_TAU = 0.95;
const STAY = 1.5;
/** Points an online Elo update is worth here: of 4, 8, 16, 32 and 64 the best for Elo, or within .001 of it. */
const ELO_K = 8;

function worldOf({ world }: NoisySetup, seed: number): World {
  const random = stream(seed, "world");
  return world === "even" ? evenWorld(MODELS, SPAN, random) : normalWorld(MODELS, SPREAD, random);
}

function learnerOf(design: NoisyDesign): Learner {
  if (design === "k-sort") return kSortLearner(MODELS);
  return design === "uniform sets, online Elo" ? eloLearner(MODELS, ELO_K) : liveLearner(MODELS);
}

function ruleOf(design: NoisyDesign): NonNullable<MatchmakingInput["rule"]> {
  if (design === "ours") return "information";
  return design === "k-sort" ? "k-sort" : "uniform";
}

function play(setup: NoisySetup, seed: number, watch: (ballots: number, tau: () => number) => boolean): void {
  const world = worldOf(setup, seed);
  const learner = learnerOf(setup.design);
  const looking = noisyVoter(world, LOOK_SD, stream(seed, "voter"));
  const voter =
    setup.careless > 0 ? carelessVoter(looking, setup.careless, stream(seed, "careless")) : looking;
  const randomShare = setup.design === "k-sort" ? 0 : null;
  const league = { models: MODELS, k: K, rule: ruleOf(setup.design), randomShare };
  playLeague(league, learner, voter, setup.most, stream(seed, "sets"), (ballots) =>
    watch(ballots, () => kendallTau(world, learner.strengths())),
  );
}

/**
 * The smallest t such that Kendall's tau between board and truth is at least .95 after each of the ballots
 * t .. 1.5 t; Infinity when there is none before `most`.
 *
 * Assumptions: 50 models, four shown; every look at an output adds N(0, 2^2) logits to its model's strength
 * and the voter ranks what it saw (a Thurstone voter: not the law the rating assumes); a careless ballot is
 * an order by lot. Our side runs with its defaults, the 15 % of blind sets included.
 */
export function ballotsToTau(setup: NoisySetup, seed: number): number {
  let good = 0;
  let found = Number.POSITIVE_INFINITY;
  play(setup, seed, (ballots, tau) => {
    if (tau() < TARGET_TAU) good = 0;
    else if (good === 0) good = ballots;
    if (good > 0 && ballots >= STAY * good) found = good;
    return Number.isFinite(found);
  });
  return found;
}

/** Kendall's tau after `setup.most` ballots, under the same assumptions. */
export function tauAfter(setup: NoisySetup, seed: number): number {
  let last = 0;
  play(setup, seed, (ballots, tau) => {
    if (ballots === setup.most) last = tau();
    return false;
  });
  return last;
}
