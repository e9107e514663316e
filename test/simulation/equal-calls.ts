// Designs side by side on equal judge calls; the assumptions stand with `field` in stored-outputs.ts.
import { type Ballot, type Method, rate } from "@agon/rating";
import { standings } from "@agon/tournament/schedule";
import { indexOfLargest, spearman } from "./order.ts";
import { field, playAtRandom, playTournament, type Trial, trialOf } from "./stored-outputs.ts";

/** What a design found out in one trial. */
export interface Finding {
  /** Spearman's correlation of its board with the true strengths. */
  readonly spearman: number;
  /** Whether its first is the truly strongest model. */
  readonly champion: boolean;
  readonly calls: number;
}

/** A way to spend judge calls. */
export type Design = (seed: number) => Finding;

/** (N - 1) P calls: what one bracket per prompt costs. */
export const budget = (field.models - 1) * field.prompts;

function board(ballots: readonly Ballot[], method: Method): number[] {
  const { models } = rate(field.models, ballots, { method, interval: "none" });
  // Rounded, so that the last bits of a sum never decide between models whose results are equal.
  return models.map(({ theta }) => Math.round((theta ?? 0) * 1e9) / 1e9);
}

function findingOf(trial: Trial, strengths: readonly number[], calls: number): Finding {
  const champion = indexOfLargest(strengths) === indexOfLargest(trial.world);
  return { spearman: spearman(trial.world, strengths), champion, calls };
}

function rated(trial: Trial, ballots: readonly Ballot[], method: Method = "bradley-terry"): Finding {
  return findingOf(trial, board(ballots, method), ballots.length);
}

/** Varco Arena: a random bracket per prompt, Bradley-Terry (or another rater) on all its matches. */
export const varco =
  (method: Method = "bradley-terry"): Design =>
  (seed) => {
    const trial = trialOf(seed);
    return rated(trial, playTournament("single-elimination", trial).ballots, method);
  };

/** The default schedule on the first `prompts` prompts. */
export const swiss =
  (prompts: number = field.prompts): Design =>
  (seed) => {
    const trial = trialOf(seed);
    return rated(trial, playTournament("swiss", trial, { prompts }).ballots);
  };

/** Everybody against one anchor (the models are in random order, so it is one at random). */
export const anchored: Design = (seed) => {
  const trial = trialOf(seed);
  return rated(trial, playTournament("anchored", trial, { options: { anchors: [0] } }).ballots);
};

/** All pairs on as many prompts as the budget pays. */
export const roundRobin: Design = (seed) => {
  const trial = trialOf(seed);
  const prompts = Math.floor(budget / ((field.models * (field.models - 1)) / 2));
  return rated(trial, playTournament("round-robin", trial, { prompts }).ballots);
};

/** Random pairs on random prompts under one rater. */
export const randomPairs =
  (method: Method): Design =>
  (seed) => {
    const trial = trialOf(seed);
    return rated(trial, playAtRandom(trial, budget), method);
  };

/** One bracket of series: the final standings are its board, its winner its champion. */
export const seriesBracket =
  (bestOf: number | null): Design =>
  (seed) => {
    const trial = trialOf(seed);
    const { state, ballots } = playTournament("series", trial, { options: { bestOf } });
    const strengths = Array<number>(field.models).fill(0);
    for (const { entrant, place } of standings(state)) strengths[entrant] = -(place ?? field.models);
    return findingOf(trial, strengths, ballots.length);
  };
