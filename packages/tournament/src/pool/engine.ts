import type { Engine } from "../engine.ts";
import { applyToPool, correctPool, poolBattles, poolIsDone, withdrawFromPool } from "./pool.ts";
import type { PoolState } from "./state.ts";
import { poolProgress, poolRounds, poolStandings, poolView, poolViews } from "./view.ts";

export const poolEngine: Engine<PoolState> = {
  ready: poolBattles,
  apply: applyToPool,
  correct: correctPool,
  withdraw: withdrawFromPool,
  done: poolIsDone,
  views: poolViews,
  view: poolView,
  progress: poolProgress,
  rounds: poolRounds,
  standings: poolStandings,
};
