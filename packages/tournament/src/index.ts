// What a form or a page needs of tournaments; `@agon/tournament/schedule` runs them.
export {
  type Applied,
  type Battle,
  competitionRanks,
  type LateReason,
  type Outcome,
  type Ruling,
} from "./battle.ts";
export type { Chart } from "./chart.ts";
export { type Seeding, slotOrder } from "./draw/seeding.ts";
export { type Format, type FormatGuide, formatNames, formats } from "./format.ts";
export type { Pick, PickRequest } from "./league/league.ts";
export type { Parsed } from "./option-fields.ts";
export { type FormatOptions, parseOptions } from "./options.ts";
export { type Problem, type ProblemCode, TournamentError } from "./problem.ts";
export { checkSetup, maxEntrants, type Setup } from "./setup.ts";
export type { ScheduleState } from "./state.ts";
export type {
  GroupView,
  MatchStatus,
  MatchView,
  Note,
  Place,
  Progress,
  RoundView,
  Standing,
} from "./view.ts";
