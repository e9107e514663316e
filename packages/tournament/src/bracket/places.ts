import type { Plan, PlannedMatch, Source } from "./plan.ts";
import type { Group } from "./state.ts";

/** An entrant, null = nobody will ever come, undefined = not known yet. */
export type Occupant = number | null | undefined;

function occupant(group: Group, source: Source): Occupant {
  switch (source.kind) {
    case "seat":
      return group.seats[source.seat];
    case "nobody":
      return null;
    case "match": {
      const result = group.records[source.match]?.result;
      return result ? (result.order[source.rank] ?? null) : undefined;
    }
  }
}

/** Who sits where; the reset of a grand final has nobody known before the grand final is over. */
export function occupants(group: Group, match: PlannedMatch): Occupant[] {
  const waits = match.resetOf !== undefined && !group.records[match.resetOf]?.result;
  return match.sources.map((source) => (waits ? undefined : occupant(group, source)));
}

/** The occupants once all are known, else null. */
export function known(occupied: readonly Occupant[]): (number | null)[] | null {
  const list = occupied.filter((entrant) => entrant !== undefined);
  return list.length === occupied.length ? list : null;
}

export function plannedMatch(plan: Plan, index: number): PlannedMatch {
  const match = plan.matches[index];
  if (!match) throw new RangeError(`no match ${index} in the plan`);
  return match;
}
