import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import {
  apply,
  correct,
  done,
  match,
  matches,
  next,
  nextSome,
  progress,
  rounds,
  standings,
  withdraw,
} from "../schedule.ts";
import { pairAt, pairCount, windowComparisons } from "./sorting.ts";

const methods = ["all-pairs", "heap", "window"] as const;

function orders(state: unknown): unknown {
  return JSON.parse(JSON.stringify(state)).groups.map(({ order }: { order: number[] }) => order);
}

it.each(methods)("%s puts the outputs of every prompt into order", (method) => {
  const state = play(begin("sort", 9, { prompts: 2, options: { method, passes: 8 } }), byIndex);
  expect(done(state)).toBe(true);
  const order = [...Array(9).keys()];
  expect(orders(state)).toEqual([order, order]);
  expect(standings(state).map(({ entrant, place }) => [entrant, place])).toEqual(
    order.map((index) => [index, index + 1]),
  );
  expect(standings(state)[0]).toMatchObject({ titles: 2 });
});

it("asks every question in both orders, and the order counts", () => {
  const battles = next(begin("sort", 4, { prompts: 1 }));
  expect(battles).toHaveLength(2);
  const [there, back] = battles;
  expect(there?.entrants).toEqual(back?.entrants.toReversed());
  expect([there?.game, back?.game, there?.ordered, back?.ordered]).toEqual([0, 1, true, true]);
});

it.each([
  [[1, 2], [2, 1], [1, 2], null],
  [[2, 1], [1, 2], [2, 1], null],
  [[1, 2], [1, 2], [1, 1], "tie-keeps-order"],
  [[1, 1], [2, 1], [1, 1], "tie-keeps-order"],
  [[1, 1], [1, 1], [1, 1], "tie-keeps-order"],
])("takes %j and, the other way round, %j for %j", (there, back, ranks, note) => {
  let state = begin("sort", 2, { prompts: 1, options: { seeding: "listed" } });
  const [first, second] = next(state);
  if (!first || !second) throw new Error("two games");
  state = must(state, second, back);
  expect(match(state, "p0.c1")).toMatchObject({ status: "ready", games: 1 });
  state = must(state, first, there);
  expect(match(state, "p0.c1")).toMatchObject({ status: "decided", ranks, note });
  expect(orders(state)).toEqual([ranks[0] === 2 ? [1, 0] : [0, 1]]);
});

it("keeps the starting order where everything is level", () => {
  for (const method of ["all-pairs", "window"] as const) {
    const options = { method, seeding: "listed", passes: 5 };
    expect(orders(play(begin("sort", 6, { prompts: 1, options }), () => [1, 1]))).toEqual([
      [0, 1, 2, 3, 4, 5],
    ]);
  }
});

it("finds the best few with as many passes of the window", () => {
  const options = { method: "window", passes: 2, seeding: "rating" };
  const state = play(begin("sort", 6, { prompts: 1, options, ratings: [0, 1, 2, 3, 4, 5] }), byIndex);
  expect(orders(state)).toEqual([[0, 1, 5, 4, 3, 2]]);
  expect(progress(state)).toEqual({ total: 9, decided: 9, forfeits: 0 });
});

it("knows beforehand how many comparisons there will be, heapsort excepted", () => {
  const total = (method: string) =>
    progress(begin("sort", 6, { prompts: 2, options: { method, passes: 2 } })).total;
  expect([total("all-pairs"), total("window"), total("heap")]).toEqual([30, 18, null]);
  expect(windowComparisons(6, 99)).toBe(15);
  expect(windowComparisons(1, 3)).toBe(0);
});

it("numbers all pairs row by row", () => {
  const pairs = Array.from({ length: pairCount(5) }, (_, index) => pairAt(5, index).join(""));
  expect(pairs).toEqual(["01", "02", "03", "04", "12", "13", "14", "23", "24", "34"]);
});

it("leaves out outputs that are missing", () => {
  const begun = begin("sort", 3, {
    prompts: 3,
    missing: [
      [0, 0],
      [0, 1],
      [1, 1],
      [0, 2],
      [1, 2],
      [2, 2],
    ],
  });
  const state = play(begun, byIndex);
  expect(orders(state)).toEqual([[1, 2], [2], []]);
});

it("lets whoever has withdrawn lose without a battle", () => {
  for (const method of methods) {
    const options = { method, passes: 4 };
    const begun = begin("sort", 5, { prompts: 1, options });
    const [battle] = next(begun);
    if (!battle) throw new Error("no battle");
    const left = withdraw(must(begun, battle, byIndex(battle)), 0);
    if (left.kind === "late") throw new Error(left.reason);
    const state = play(left.state, byIndex, ({ entrants }) => expect(entrants).not.toContain(0));
    expect(orders(state)).toEqual([[1, 2, 3, 4, 0]]);
    expect(progress(state).forfeits).toBeGreaterThan(0);
  }
});

it("takes back what heap and window asked after a changed answer, under a higher version", () => {
  for (const method of ["heap", "window"] as const) {
    const state = play(begin("sort", 5, { prompts: 2, options: { method, passes: 4 } }), byIndex);
    const flipped = match(state, "p0.c3")?.ranks?.toReversed() ?? [];
    const corrected = correct(state, "p0.c3", { kind: "ranks", ranks: flipped });
    if (corrected.kind === "late") throw new Error(corrected.reason);
    expect(
      matches(corrected.state).filter(({ group, position }) => group === 0 && position <= 3),
    ).toHaveLength(3);
    expect(next(corrected.state)[0]).toMatchObject({ match: "p0.c4", version: 2 });
    expect(rounds(corrected.state, 1)).toEqual(rounds(state, 1));
    expect(done(play(corrected.state, byIndex))).toBe(true);
  }
});

it("leaves everything alone where the corrected answer is the same", () => {
  const state = play(begin("sort", 5, { prompts: 1 }), byIndex);
  const ranks = match(state, "p0.c3")?.ranks ?? [];
  const corrected = correct(state, "p0.c3", { kind: "ranks", ranks });
  expect(corrected).toMatchObject({ kind: "applied", changed: ["p0.c3"] });
  expect(corrected.kind === "applied" && done(corrected.state)).toBe(true);
});

it("opens one pair alone when sorting by all pairs", () => {
  const state = play(begin("sort", 5, { prompts: 1, options: { method: "all-pairs" } }), byIndex);
  const voided = correct(state, "p0.c4", { kind: "void" });
  if (voided.kind === "late") throw new Error(voided.reason);
  expect(voided.changed).toEqual(["p0.c4"]);
  expect(nextSome(voided.state, 9).map(({ match: id, version }) => [id, version])).toEqual([
    ["p0.c4", 2],
    ["p0.c4", 2],
  ]);
});

it.each([
  [{ match: "p0.c2" }, "unknown-match"],
  [{ match: "p0.c0" }, "unknown-match"],
  [{ match: "p1.c1" }, "unknown-match"],
  [{ game: 2 }, "unknown-match"],
  [{ version: 2 }, "old-version"],
  [{ ranks: [1, 2, 3] }, "bad-ranks"],
])("answers %j as late", (change, reason) => {
  const state = begin("sort", 4, { prompts: 1 });
  const outcome = { match: "p0.c1", version: 1, game: 0, ranks: [1, 2], ...change };
  expect(apply(state, outcome)).toEqual({ kind: "late", reason });
});
