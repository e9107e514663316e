import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "./fixtures/play.ts";
import { chart, correct, groups, nextSome, rounds } from "./schedule.ts";
import type { ScheduleState } from "./state.ts";

/** The state after so many battles, the first ready one each time. */
function after(begun: ScheduleState, battles: number): ScheduleState {
  let state = begun;
  for (let played = 0; played < battles; played++) {
    const [battle] = nextSome(state, 1);
    if (battle) state = must(state, battle, byIndex(battle));
  }
  return state;
}

it.each(["single-elimination", "series", "double-elimination", "k-wise-elimination"] as const)(
  "%s needs no chart beside its matches",
  (format) => {
    expect(chart(begin(format, 6))).toEqual({ kind: "bracket" });
  },
);

it("the cross table of a round robin adds up every game from both sides", () => {
  const state = play(begin("round-robin", 4, { prompts: 5 }), byIndex);
  expect(chart(state)).toEqual({
    kind: "cross-table",
    rows: [0, 1, 2, 3],
    columns: [0, 1, 2, 3],
    cells: [
      [null, [5, 0, 0], [5, 0, 0], [5, 0, 0]],
      [[0, 5, 0], null, [5, 0, 0], [5, 0, 0]],
      [[0, 5, 0], [0, 5, 0], null, [5, 0, 0]],
      [[0, 5, 0], [0, 5, 0], [0, 5, 0], null],
    ],
  });
});

it("a cross table holds games that were not played yet as nothing won", () => {
  const drawn = chart(begin("round-robin", 3, { prompts: 1 }));
  expect(drawn).toMatchObject({
    cells: [[null, [0, 0, 0], [0, 0, 0]], expect.anything(), expect.anything()],
  });
});

it("the cross table of anchors has a column for each anchor", () => {
  const state = play(begin("anchored", 4, { prompts: 2, options: { anchors: [2] } }), byIndex);
  expect(chart(state)).toMatchObject({
    columns: [2],
    rows: expect.arrayContaining([0, 1, 2, 3]),
  });
  const drawn = chart(state);
  if (drawn.kind !== "cross-table") throw new Error(drawn.kind);
  const row = (entrant: number) => drawn.cells[drawn.rows.indexOf(entrant)]?.[0];
  expect([row(0), row(1), row(2), row(3)]).toEqual([[2, 0, 0], [2, 0, 0], null, [0, 2, 0]]);
});

it("a cross table shows the first 64 of a larger field", () => {
  const drawn = chart(begin("round-robin", 80, { prompts: 1 }));
  if (drawn.kind !== "cross-table") throw new Error(drawn.kind);
  expect([drawn.rows.length, drawn.columns.length, drawn.cells[63]?.length]).toEqual([64, 64, 64]);
});

it("swiss tells which prompts each round takes and which rounds have begun", () => {
  const state = begin("swiss", 4, { prompts: 10, options: { opening: 0.2, refits: 4 } });
  const drawn = chart(state);
  if (drawn.kind !== "swiss") throw new Error(drawn.kind);
  expect(drawn.rounds.map(({ prompts }) => prompts.length)).toEqual([2, 2, 2, 2, 2]);
  expect(drawn.rounds.map(({ begun }) => begun)).toEqual([true, false, false, false, false]);
  expect(chart(after(state, 6))).toMatchObject({ rounds: [{ begun: true }, { begun: true }, {}, {}, {}] });
});

it("the groups of swiss stand in the order they are played", () => {
  const state = begin("swiss", 4, { prompts: 10 });
  const drawn = chart(state);
  if (drawn.kind !== "swiss") throw new Error(drawn.kind);
  expect(groups(state).map(({ group }) => group)).toEqual(drawn.rounds.flatMap(({ prompts }) => prompts));
  expect(groups(state).every(({ decided, total }) => decided === 0 && total === 3)).toBe(true);
});

it.each(["heap", "window"] as const)("sorting by %s settles the best first", (method) => {
  const begun = begin("sort", 6, { prompts: 1, options: { method, passes: 6, seeding: "random" } });
  let state = begun;
  let settled = 0;
  for (let [battle] = nextSome(state, 1); battle; [battle] = nextSome(state, 1)) {
    const drawn = chart(state);
    if (drawn.kind !== "sort") throw new Error(drawn.kind);
    expect(drawn.settled).toEqual([0, 1, 2, 3, 4, 5].slice(0, drawn.settled.length));
    expect(drawn.settled.length).toBeGreaterThanOrEqual(settled);
    settled = drawn.settled.length;
    expect([...drawn.settled, ...drawn.rest].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(drawn.comparing?.toSorted()).toEqual(battle.entrants.toSorted());
    state = must(state, battle, byIndex(battle));
  }
  expect(settled).toBeGreaterThan(0);
  expect(chart(state)).toEqual({
    kind: "sort",
    prompt: 0,
    settled: [0, 1, 2, 3, 4, 5],
    rest: [],
    comparing: null,
  });
});

it("sorting by all pairs shows the order of the points so far", () => {
  const state = begin("sort", 4, { prompts: 1, options: { method: "all-pairs", seeding: "listed" } });
  expect(chart(state)).toMatchObject({ settled: [], rest: [0, 1, 2, 3], comparing: null });
});

it("a chart of sorting shows the prompt that is asked for, else the first that is not sorted", () => {
  const state = after(begin("sort", 2, { prompts: 3 }), 2);
  expect(chart(state)).toMatchObject({ prompt: 1 });
  expect(chart(state, 0)).toMatchObject({ prompt: 0, settled: [0, 1] });
});

it("the interval of a newcomer narrows onto its place", () => {
  const ratings = [5, 4, 3, 2, 1, 0];
  const state = play(
    begin("placement", 6, { ratings, options: { newcomer: 2, errorRate: 0.01, k: 2 } }),
    byIndex,
  );
  const drawn = chart(state);
  if (drawn.kind !== "placement") throw new Error(drawn.kind);
  expect(drawn).toMatchObject({ newcomer: 2, ladder: [0, 1, 3, 4, 5], confidence: 0.9 });
  expect(drawn.steps[0]).toEqual({ match: null, lower: 1, likeliest: 4, upper: 6 });
  const widths = drawn.steps.map(({ lower, upper }) => upper - lower);
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  expect(drawn.steps.at(-1)).toMatchObject({ lower: 3, likeliest: 3, upper: 3 });
});

it("a corrected battle moves the interval of a newcomer", () => {
  const ratings = [5, 4, 3, 2];
  const state = after(begin("placement", 4, { ratings, options: { newcomer: 3, k: 2 } }), 1);
  const before = chart(state);
  const ruled = correct(state, "v1", { kind: "ranks", ranks: [1, 2] });
  if (ruled.kind === "late") throw new Error(ruled.reason);
  expect(chart(ruled.state)).not.toEqual(before);
});

it("a league lists its latest matches only", () => {
  const state = after(begin("k-wise-league", 5, { options: { k: 3, budget: 60 } }), 55);
  const [round] = rounds(state);
  expect(round?.matches).toHaveLength(48);
  expect(groups(state)).toEqual([{ group: null, decided: 55, total: 60, champion: null }]);
});

it("the champion of a bracket is named once it is over", () => {
  const state = begin("single-elimination", 3, { prompts: 1 });
  expect(groups(after(state, 1))[0]).toMatchObject({ decided: 1, total: 2, champion: null });
  expect(groups(after(state, 2))[0]).toMatchObject({ decided: 2, total: 2, champion: 0 });
});
