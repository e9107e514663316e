// Varco Arena (Son et al. 2024, since renamed Arena-Lite): the drawn list is split in halves until two or
// one remain; winners meet. Halves of one level differ in size by at most one, so everybody enters in the
// first or the second round and no padding is needed.

import { outOf, type Plan, type PlannedMatch, plan, planned, type Source, seat } from "./plan.ts";

interface Span {
  readonly from: number;
  readonly to: number;
}

/** All spans of one level of the halving, from left to right. */
function level(entrants: number, depth: number): Span[] {
  let spans: Span[] = [{ from: 0, to: entrants }];
  for (let step = 0; step < depth; step++) {
    spans = spans.flatMap(({ from, to }) => {
      const middle = from + Math.floor((to - from) / 2);
      return [
        { from, to: middle },
        { from: middle, to },
      ];
    });
  }
  return spans;
}

/** The bracket of one prompt: exactly `entrants - 1` matches; the last round is the final. */
export function halvingPlan(entrants: number): Plan {
  const rounds = Math.ceil(Math.log2(entrants));
  const matches: PlannedMatch[] = [];
  let below: readonly Source[] = Array.from({ length: entrants }, (_, index) => seat(index));
  for (let round = 1; round <= rounds; round++) {
    const spans = level(entrants, rounds - round);
    const children = round === 1 ? null : below;
    below = spans.map((span, position) => {
      if (span.to - span.from < 2) return seat(span.from);
      const pair = children?.slice(2 * position, 2 * position + 2) ?? [seat(span.from), seat(span.from + 1)];
      return outOf(matches.push(planned("main", round, position + 1, pair)) - 1, 0);
    });
  }
  return plan(matches);
}
