// Whether the engines know how much they know.
import { type Ballot, type Random, rate } from "@agon/rating";
import type { Posterior } from "@agon/rating/live";
import { playLeague } from "./league.ts";
import { liveLearner } from "./learners.ts";
import { misordered } from "./order.ts";
import { carelessVoter, plackettLuceVoter } from "./voters.ts";
import { normalWorld, stream, type World } from "./world.ts";

/** Spread of true strengths in nats: what the priors assume. */
const SPREAD = 1.5;
const K = 4;

export interface Misordering {
  /** Pairs of models that the posterior believes to have in the wrong order. */
  readonly expected: number;
  readonly actual: number;
}

/**
 * Expected and actual misordered pairs of the live league after `ballots` ballots.
 *
 * Assumptions: `models` strengths N(0, 1.5^2); a Plackett-Luce voter who looks at four outputs, every tenth
 * ballot an order by lot: exactly the careful share of .9 that the live league assumes; default matchmaking.
 */
export function leagueCalibration(models: number, ballots: number, seed: number): Misordering {
  const world = normalWorld(models, SPREAD, stream(seed, "world"));
  const looking = plackettLuceVoter(world, stream(seed, "voter"));
  const voter = carelessVoter(looking, 0.1, stream(seed, "careless"));
  const learner = liveLearner(models);
  const design = { models, k: K, rule: "information", randomShare: null } as const;
  playLeague(design, learner, voter, ballots, stream(seed, "sets"));
  return {
    expected: expectedMisordered(learner.posterior()),
    actual: misordered(world, learner.strengths()),
  };
}

function expectedMisordered({ size, mean, cov }: Posterior): number {
  const cell = (a: number, b: number): number => cov[a * size + b] ?? 0;
  let sum = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const variance = cell(a, a) + cell(b, b) - 2 * cell(a, b);
      const distance = Math.abs((mean[a] ?? 0) - (mean[b] ?? 0));
      sum += upperTail(distance / Math.sqrt(variance));
    }
  }
  return sum;
}

/** P(Z > x) for x >= 0, within 7.5e-8 (M. Abramowitz, I. Stegun, 1964, formula 26.2.17). */
function upperTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

export type CoverageMethod = "bradley-terry" | "plackett-luce";

/** Models whose 95 % interval holds their strength minus the mean strength, of all models. */
export interface Coverage {
  readonly covered: number;
  readonly models: number;
}

/**
 * Coverage of the board's default (sandwich) intervals after `ballots` ballots of uniformly drawn models.
 *
 * Assumptions: `models` strengths N(0, 1^2) nats for Bradley-Terry by duels and N(0, 1.5^2), the prior of
 * the method, for Plackett-Luce by rankings of four; the voters follow the law of the method; no clusters.
 */
export function coverage(method: CoverageMethod, models: number, ballots: number, seed: number): Coverage {
  const duels = method === "bradley-terry";
  const world = normalWorld(models, duels ? 1 : SPREAD, stream(seed, "world"));
  const said = uniformBallots(world, duels ? 2 : K, ballots, seed);
  const board = rate(models, said, { method }).models;
  const centre = world.reduce((sum, strength) => sum + strength, 0) / models;
  const covered = board.filter(({ theta, sd }, model) => {
    const error = (theta ?? 0) - ((world[model] ?? 0) - centre);
    return Math.abs(error) <= 1.959963984540054 * (sd ?? 0);
  });
  return { covered: covered.length, models };
}

function uniformBallots(world: World, k: number, ballots: number, seed: number): Ballot[] {
  const voter = plackettLuceVoter(world, stream(seed, "voter"));
  const random = stream(seed, "sets");
  return Array.from({ length: ballots }, () => {
    const models = distinct(k, world.length, random);
    return { models, ranks: voter(models) };
  });
}

function distinct(count: number, below: number, random: Random): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * below));
  return [...drawn];
}
