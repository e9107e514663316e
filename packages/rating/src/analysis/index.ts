export { type Agreement, agreementByCategory, agreementOf, type JudgedItem } from "./agreement.ts";
export { shrinkBoards, weightedBoard } from "./combine-boards.ts";
export { type CriterionTest, criterionTests } from "./criterion-tests.ts";
export { type CyclicTriads, cyclicTriads } from "./cyclic-triads.ts";
export { type Cyclicity, cyclicityOf } from "./general-preference.ts";
export { holm } from "./holm.ts";
export {
  type PositionBias,
  positionBias,
  type SlotRanks,
  type SwapConsistency,
  type SwappedDuel,
  slotRanks,
  swapConsistency,
} from "./position.ts";
export { type Robustness, robustnessOfFirst } from "./robustness.ts";
export { type ScoreConsistency, type ScoredRanking, scoreConsistency } from "./score-consistency.ts";
export {
  rateStyled,
  type StyledDuel,
  type StyledRating,
  type StyleOptions,
  styleDifference,
} from "./style-control.ts";
export { vonNeumannWinner, winRates } from "./von-neumann.ts";
export { type VoterGroup, type VoterGroupOptions, type VoterGroups, voterGroups } from "./voter-groups.ts";
export { type Preference, type RewardItem, wildBenchReward } from "./wild-bench.ts";
