import type { Engine } from "../engine.ts";
import { poolChart } from "./chart.ts";
import { applyToPool, correctPool, poolBattles, poolIsDone, withdrawFromPool } from "./pool.ts";
import type { PoolState } from "./state.ts";
import { poolGroups, poolProgress, poolRounds, poolStandings, poolView, poolViews } from "./view.ts";

export const poolEngine: Engine<PoolState> = {
  ready: poolBattles,
  apply: applyToPool,
  correct: correctPool,
  withdraw: withdrawFromPool,
  done: poolIsDone,
  views: poolViews,
  view: poolView,
  progress: poolProgress,
  groups: poolGroups,
  rounds: poolRounds,
  chart: poolChart,
  standings: poolStandings,
};
