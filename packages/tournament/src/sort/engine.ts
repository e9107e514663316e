import type { Engine } from "../engine.ts";
import { sortChart } from "./chart.ts";
import { applyToSort, correctSort, sortBattles, withdrawFromSort } from "./sort.ts";
import type { SortState } from "./state.ts";
import { sortGroups, sortingStandings, sortProgress, sortRounds, sortView, sortViews } from "./view.ts";

export const sortEngine: Engine<SortState> = {
  ready: sortBattles,
  apply: applyToSort,
  correct: correctSort,
  withdraw: withdrawFromSort,
  done: (state) => state.groups.every(({ order }) => order !== null),
  views: sortViews,
  view: sortView,
  progress: sortProgress,
  groups: sortGroups,
  rounds: sortRounds,
  chart: sortChart,
  standings: sortingStandings,
};
