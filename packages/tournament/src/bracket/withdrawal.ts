import { type Applied, late, mayWithdraw } from "../battle.ts";
import { matchId } from "./match-id.ts";
import { known, occupants, plannedMatch } from "./places.ts";
import { planOf } from "./plans.ts";
import { untouched } from "./record.ts";
import { draft, settle, settled } from "./settle.ts";
import type { BracketState, Group } from "./state.ts";

interface Left {
  readonly group: Group;
  readonly changed: string[];
}

/** Battles of open matches that show the entrant become late; what is left without a contest is decided. */
function leave(state: BracketState, group: Group, entrant: number): Left {
  if (group.tally.open === 0) return { group, changed: [] };
  const plan = planOf(state);
  const change = draft(state, plan, group);
  for (const index of group.records.keys()) {
    const record = group.records[index] ?? untouched;
    const seated = record.result ? null : known(occupants(group, plannedMatch(plan, index)));
    if (!seated?.includes(entrant)) continue;
    change.group.records[index] = { ...record, version: record.version + 1 };
    change.changed.add(index);
  }
  settle(change, change.changed);
  const changed = [...change.changed].map((index) => matchId(group, plannedMatch(plan, index).id));
  return changed.length > 0 ? { group: settled(change), changed } : { group, changed };
}

/** Decided matches stand; open ones are forfeited now, later ones as soon as the opponent is known. */
export function withdrawFromBracket(state: BracketState, entrant: number): Applied {
  if (!mayWithdraw(state, entrant)) return late("unknown-entrant");
  const next = { ...state, withdrawn: [...state.withdrawn, entrant] };
  const left = next.groups.map((group) => leave(next, group, entrant));
  return {
    kind: "applied",
    state: { ...next, groups: left.map(({ group }) => group) },
    changed: left.flatMap(({ changed }) => changed),
  };
}
