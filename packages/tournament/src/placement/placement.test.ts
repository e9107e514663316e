import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import type { ScheduleState } from "../index.ts";
import { apply, correct, done, match, matches, next, progress, standings, withdraw } from "../schedule.ts";
import { belief, likeliestPlace, quantileRungs } from "./belief.ts";

/** Entrant i is the i-th best of all, and rated so: the ratings of the rated fall with the index. */
function beginAt(newcomer: number, entrants: number, options: object = {}): ScheduleState {
  const ratings = Array.from({ length: entrants }, (_, index) => -index);
  return begin("placement", entrants, { prompts: 5, ratings, options: { newcomer, ...options } });
}

it("finds the exact place among 50 rated models in at most ten battles of four", () => {
  for (let newcomer = 0; newcomer <= 50; newcomer++) {
    const state = play(beginAt(newcomer, 51), byIndex);
    expect(progress(state).decided).toBeLessThanOrEqual(10);
    expect(standings(state)[newcomer]).toMatchObject({ entrant: newcomer, place: newcomer + 1 });
  }
});

it("finds it in at most ten duels, too", () => {
  for (const newcomer of [0, 1, 17, 25, 49, 50]) {
    const state = play(beginAt(newcomer, 51, { k: 2 }), byIndex);
    expect(progress(state).decided).toBeLessThanOrEqual(10);
    expect(standings(state)[newcomer]?.entrant).toBe(newcomer);
  }
});

it("asks first for the quartiles, and for a different prompt each time", () => {
  const prompts: number[] = [];
  const state = play(beginAt(4, 16), byIndex, ({ prompt }) => prompts.push(prompt));
  expect(matches(state)[0]?.places.map(({ entrant }) => entrant)).toEqual([4, 3, 8, 12]);
  expect(new Set(prompts).size).toBe(prompts.length);
});

it("stops at its budget where it cannot make sure", () => {
  const state = play(beginAt(2, 10, { budget: 5 }), ({ entrants }) => entrants.map(() => 1));
  expect(progress(state)).toEqual({ total: 5, decided: 5, forfeits: 0 });
  expect(done(state)).toBe(true);
});

// By hand: three rungs, one comparison with the middle one, errors 1 in 10: 9 : 9 : 1 : 1.
it("weighs places by Bayes' rule", () => {
  const weights = belief(3, [{ rung: 1, newcomer: "ahead" }], 0.1);
  expect(weights.map((weight) => Math.round(weight * 1e6) / 1e6)).toEqual([0.45, 0.45, 0.05, 0.05]);
  expect(likeliestPlace(weights)).toBe(1);
  expect(belief(3, [{ rung: 1, newcomer: "level" }], 0.1)).toEqual([0.25, 0.25, 0.25, 0.25]);
});

it("takes the able rungs next to the quantiles, each once", () => {
  const even = belief(7, [], 0.1);
  expect(quantileRungs(even, [0, 1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
  expect(quantileRungs(even, [0, 6], 3)).toEqual([0, 6]);
  expect(quantileRungs(even, [], 3)).toEqual([]);
});

it("draws only on rungs with an output for the prompt and ends without any", () => {
  const ratings = [4, 3, 2, 1, 0];
  const missing = [
    [0, 0],
    [1, 0],
    [2, 0],
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
    [0, 2],
  ] as const;
  const state = begin("placement", 5, { ratings, missing, options: { k: 2 } });
  play(state, byIndex, ({ entrants, prompt }) => {
    if (prompt === 0) expect(entrants).toEqual([4, 3]);
    expect(prompt).not.toBe(1);
  });
  const none = [0, 1, 2].map((prompt) => [4, prompt] as const);
  expect(done(begin("placement", 5, { ratings, missing: none }))).toBe(true);
});

it("goes on searching when a correction makes it doubt", () => {
  const state = play(beginAt(6, 20), byIndex);
  const last = matches(state).at(-1);
  const corrected = correct(state, last?.id ?? "", { kind: "ranks", ranks: [2, 1, 2, 2] });
  if (corrected.kind === "late") throw new Error(corrected.reason);
  expect(match(corrected.state, last?.id ?? "")).toMatchObject({ note: "corrected", version: 2 });
  expect(done(corrected.state)).toBe(false);
  const voided = correct(state, "v1", { kind: "void" });
  expect(voided.kind === "applied" && next(voided.state)).toMatchObject([{ match: "v1", version: 2 }]);
});

it("shows another opponent when one withdraws, and ends when the newcomer does", () => {
  const begun = beginAt(4, 16);
  const [battle] = next(begun);
  const left = withdraw(begun, 8);
  if (left.kind === "late" || !battle) throw new Error("entrant 8 may leave");
  expect(next(left.state)).toMatchObject([{ match: "v1", version: 2 }]);
  expect(next(left.state)[0]?.entrants).not.toContain(8);
  expect(apply(left.state, { ...battle, ranks: [1, 2, 3, 4] })).toEqual({
    kind: "late",
    reason: "old-version",
  });
  const gone = withdraw(must(begun, battle, byIndex(battle)), 4);
  if (gone.kind === "late") throw new Error(gone.reason);
  expect(done(gone.state)).toBe(true);
  expect(progress(gone.state)).toEqual({ total: 2, decided: 2, forfeits: 1 });
});

it("reads only who is best where only the best was named", () => {
  const begun = beginAt(0, 9);
  const first = apply(begun, { match: "v1", version: 1, game: 0, ranks: [2, 1, 2, 2], firstOnly: true });
  if (first.kind === "late") throw new Error(first.reason);
  expect(
    matches(first.state)[1]
      ?.places.map(({ entrant }) => entrant)
      .slice(1),
  ).not.toContain(8);
  expect(standings(first.state).find(({ entrant }) => entrant === 0)).toMatchObject({
    wins: 0,
    losses: 1,
    ties: 0,
  });
});
