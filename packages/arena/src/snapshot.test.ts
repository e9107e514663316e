import { expect, test } from "vitest";
import { decideCast } from "./decide/cast.ts";
import { allowed, claims, contest, perform } from "./fixtures/contest.ts";
import { parseSnapshot, snapshotText } from "./snapshot.ts";
import type { ArenaState } from "./state.ts";

function vote(state: ArenaState, models: number[], prompt: number): ArenaState {
  const said = { ranks: models.map((_, at) => at + 1), firstOnly: false, flags: [] };
  return perform(state, allowed(decideCast(state, claims({ models, prompt }), said, 0))).state;
}

test("equal counts give equal bytes whatever order their entries came in", () => {
  const tally = (state: ArenaState) => JSON.parse(snapshotText(state)).facets;
  const one = vote(vote(contest(4), [0, 1], 0), [2, 3], 1);
  const other = vote(vote(contest(4), [2, 3], 1), [0, 1], 0);
  expect(tally(one)).toEqual(tally(other));
});

test("a state comes back from its text with maps where it had maps", () => {
  const state = vote(vote(contest(4), [0, 1, 2], 0), [2, 3], 1);
  expect(parseSnapshot(snapshotText(state))).toEqual(state);
});

test.each(["", "{", "null", "[]", "{}", '{"version":0}', '{"version":1}', '"version"'])(
  "%j is no state of this version",
  (text) => {
    expect(parseSnapshot(text)).toBeNull();
  },
);
