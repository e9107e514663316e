// What the live arena keeps between votes and asks for the next battle; a board needs none of it.
export { type MatchmakingInput, type ProposedSet, proposeSet } from "./matchmaking.ts";
export {
  growPosterior,
  initialPosterior,
  type Posterior,
  type PosteriorOptions,
  refitDue,
} from "./posterior.ts";
export { refitPosterior } from "./posterior-refit.ts";
export { updatePosterior } from "./posterior-update.ts";
export { pointsOfBallots, smoothedRates } from "./win-rate.ts";
