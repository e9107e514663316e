import type { Plan } from "./plan.ts";
import { planOf } from "./plans.ts";
import { type MatchRecord, untouched } from "./record.ts";
import type { BracketState, Group } from "./state.ts";

/** A match found by its id. */
export interface Located {
  readonly plan: Plan;
  readonly group: Group;
  readonly groupIndex: number;
  readonly index: number;
  readonly record: MatchRecord;
}

/** `r2.m1`, in a bracket of one prompt `p12.r2.m1`. */
export function matchId(group: Group, local: string): string {
  return group.prompt === null ? local : `p${group.prompt}.${local}`;
}

export function locate(state: BracketState, id: string): Located | null {
  const plan = planOf(state);
  const [, prompt, local = id] = /^p(0|[1-9]\d*)\.(.+)$/.exec(id) ?? [];
  const groupIndex = Number(prompt ?? 0);
  const group = state.groups[groupIndex];
  const index = plan.indexOf.get(local);
  if (!group || index === undefined || matchId(group, local) !== id) return null;
  return { plan, group, groupIndex, index, record: group.records[index] ?? untouched };
}
