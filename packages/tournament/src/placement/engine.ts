import type { Engine } from "../engine.ts";
import { placementChart } from "./chart.ts";
import {
  applyToPlacement,
  correctPlacement,
  placementBattles,
  placementIsOver,
  withdrawFromPlacement,
} from "./placement.ts";
import type { PlacementState } from "./state.ts";
import {
  placementGroups,
  placementProgress,
  placementRounds,
  placementStandings,
  placementView,
  placementViews,
} from "./view.ts";

export const placementEngine: Engine<PlacementState> = {
  ready: placementBattles,
  apply: applyToPlacement,
  correct: correctPlacement,
  withdraw: withdrawFromPlacement,
  done: placementIsOver,
  views: placementViews,
  view: placementView,
  progress: placementProgress,
  groups: placementGroups,
  rounds: placementRounds,
  chart: placementChart,
  standings: placementStandings,
};
