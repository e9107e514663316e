import type { Engine } from "../engine.ts";
import { readyBattles } from "./battles.ts";
import { correctBracket } from "./correction.ts";
import { locate } from "./match-id.ts";
import { bracketStandings } from "./standings.ts";
import type { BracketState } from "./state.ts";
import { applyToBracket } from "./verdict.ts";
import { bracketGroups, bracketProgress, bracketRounds, viewOf } from "./view.ts";
import { withdrawFromBracket } from "./withdrawal.ts";

export const bracketEngine: Engine<BracketState> = {
  ready: readyBattles,
  apply: applyToBracket,
  correct: correctBracket,
  withdraw: withdrawFromBracket,
  done: (state) => state.groups.every(({ tally }) => tally.open === 0),
  views: (state) =>
    state.groups.flatMap((group) => group.records.map((_, index) => viewOf(state, group, index))),
  view: (state, id) => {
    const found = locate(state, id);
    return found && viewOf(state, found.group, found.index);
  },
  progress: bracketProgress,
  groups: bracketGroups,
  rounds: bracketRounds,
  chart: () => ({ kind: "bracket" }),
  standings: bracketStandings,
};
