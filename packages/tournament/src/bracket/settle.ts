import type { Applied } from "../battle.ts";
import { type Contest, contest } from "./contest.ts";
import { decide } from "./decision.ts";
import { type Located, matchId } from "./match-id.ts";
import { known, type Occupant, occupants, plannedMatch } from "./places.ts";
import type { Plan, PlannedMatch } from "./plan.ts";
import { type MatchRecord, reset, tally, untouched } from "./record.ts";
import type { BracketState, Group } from "./state.ts";

/** A group under change: `records` is a copy of its own and is written to. */
export interface Draft {
  readonly state: BracketState;
  readonly plan: Plan;
  readonly group: Group & { readonly records: (MatchRecord | null)[] };
  /** Matches that look different now. */
  readonly changed: Set<number>;
}

export function draft(state: BracketState, plan: Plan, group: Group): Draft {
  return { state, plan, group: { ...group, records: [...group.records] }, changed: new Set() };
}

/** The contest of a match, or null while somebody is still to come. */
export function contestOf(state: BracketState, plan: Plan, group: Group, index: number): Contest | null {
  const match = plannedMatch(plan, index);
  const seated = known(occupants(group, match));
  if (!seated) return null;
  const entrants = seated.filter((entrant) => entrant !== null);
  return contest(state, group, index, match, entrants);
}

/** Decides an open match if it needs no battle any more. */
function settleOne({ state, plan, group, changed }: Draft, index: number): boolean {
  if (group.records[index]?.result) return false;
  const contest = contestOf(state, plan, group, index);
  const result = contest && decide(state, group, contest);
  if (!result) return false;
  group.records[index] = { ...(group.records[index] ?? untouched), result };
  changed.add(index);
  return true;
}

/** Decides what needs no battle any more, from the given matches on through their dependants. */
export function settle(change: Draft, from: Iterable<number>): void {
  const queue = [...from];
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    if (!settleOne(change, index)) continue;
    for (const next of change.plan.dependants[index] ?? []) {
      change.changed.add(next);
      queue.push(next);
    }
  }
}

/** All that a match takes from others: its occupants and, for the reset of a grand final, who won that. */
function inflow(group: Group, match: PlannedMatch): Occupant[] {
  const final = match.resetOf === undefined ? null : group.records[match.resetOf]?.result?.order[0];
  return [...occupants(group, match), final];
}

/**
 * Puts a record in place, decides it if it needs no battle, and resets every match that took from it what it
 * no longer gives. A match whose entrants stay the same keeps its result: its verdicts are about them.
 */
export function replace(change: Draft, index: number, record: MatchRecord): void {
  const { plan, group, changed } = change;
  const dependants = (plan.dependants[index] ?? []).map((next) => plannedMatch(plan, next));
  const before = dependants.map((match) => inflow(group, match));
  group.records[index] = record;
  changed.add(index);
  settleOne(change, index);
  dependants.forEach((match, position) => {
    const after = inflow(group, match);
    if (before[position]?.every((entrant, place) => entrant === after[place])) return;
    const next = plan.indexOf.get(match.id) ?? -1;
    replace(change, next, reset(group.records[next]));
  });
}

/** The group with its changes. */
export function settled({ group }: Draft): Group {
  return { ...group, tally: tally(group.records) };
}

/** The state with a changed group, and what to tell of it. */
export function withGroup(state: BracketState, { plan, group, groupIndex }: Located, change: Draft): Applied {
  const groups = state.groups.with(groupIndex, settled(change));
  const changed = [...change.changed].map((index) => matchId(group, plan.matches[index]?.id ?? ""));
  return { kind: "applied", state: { ...state, groups }, changed };
}
