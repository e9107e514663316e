import type { Engine } from "../engine.ts";
import { applyToLeague, correctLeague, leagueBattles, leagueIsOver, withdrawFromLeague } from "./league.ts";
import type { LeagueState } from "./state.ts";
import {
  leagueGroups,
  leagueProgress,
  leagueRounds,
  leagueStandings,
  leagueView,
  leagueViews,
} from "./view.ts";

export const leagueEngine: Engine<LeagueState> = {
  ready: (state, { pick, taken }) => leagueBattles(state, pick, taken ?? new Set()),
  apply: applyToLeague,
  correct: correctLeague,
  withdraw: withdrawFromLeague,
  done: leagueIsOver,
  views: leagueViews,
  view: leagueView,
  progress: leagueProgress,
  groups: leagueGroups,
  rounds: leagueRounds,
  chart: () => ({ kind: "league" }),
  standings: leagueStandings,
};
