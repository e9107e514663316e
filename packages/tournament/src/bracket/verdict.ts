import { type Applied, late, type Outcome, outcomeRanks } from "../battle.ts";
import { withSlot } from "../sparse-list.ts";
import { type Contest, holders, openGames } from "./contest.ts";
import { locate } from "./match-id.ts";
import { contestOf, draft, settle, withGroup } from "./settle.ts";
import type { BracketState } from "./state.ts";

/** Ranks of a battle spread over the places; who was not shown comes last. */
function placeRanks(contest: Contest, shown: readonly number[], ranks: readonly number[]): number[] {
  return contest.entrants.map((entrant) => ranks[shown.indexOf(entrant)] ?? shown.length + 1);
}

export function applyToBracket(state: BracketState, outcome: Outcome): Applied {
  const found = locate(state, outcome.match);
  if (!found) return late("unknown-match");
  const { plan, group, index, record } = found;
  if (record.result) return late(record.version === outcome.version ? "already-decided" : "old-version");
  if (record.version !== outcome.version) return late("old-version");
  const contest = contestOf(state, plan, group, index);
  if (!contest) return late("not-ready");
  if (record.games[outcome.game] != null) return late("already-decided");
  if (!openGames(state, contest).includes(outcome.game)) return late("not-ready");
  const shown = holders(state, contest.able, contest.prompts[outcome.game] ?? 0);
  const ranks = outcomeRanks(outcome, shown);
  if (!ranks) return late("bad-ranks");
  const games = withSlot(record.games, outcome.game, placeRanks(contest, shown, ranks));
  const change = draft(state, plan, group);
  change.group.records[index] = { ...record, games };
  change.changed.add(index);
  settle(change, [index]);
  return withGroup(state, found, change);
}
