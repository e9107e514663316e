import type { Battle } from "../battle.ts";
import { holders, openGames } from "./contest.ts";
import { matchId } from "./match-id.ts";
import { planOf } from "./plans.ts";
import { untouched } from "./record.ts";
import { contestOf } from "./settle.ts";
import type { BracketState, Group } from "./state.ts";

function battlesOf(state: BracketState, group: Group, index: number): Battle[] {
  const plan = planOf(state);
  const record = group.records[index] ?? untouched;
  const contest = record.result ? null : contestOf(state, plan, group, index);
  if (!contest) return [];
  return openGames(state, contest).map((game) => {
    const prompt = contest.prompts[game] ?? 0;
    const entrants = holders(state, contest.able, prompt);
    return { match: matchId(group, contest.match.id), version: record.version, game, entrants, prompt };
  });
}

export function* readyBattles(state: BracketState): Generator<Battle> {
  for (const group of state.groups) {
    if (group.tally.open === 0) continue;
    for (const index of group.records.keys()) yield* battlesOf(state, group, index);
  }
}
