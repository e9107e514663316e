import { expect, it } from "vitest";
import { begin, byIndex, must, play } from "../fixtures/play.ts";
import { apply, correct, done, match, next, nextSome, progress, standings, withdraw } from "../schedule.ts";

const duels = { k: 2, budget: 6 };

it("shows everybody about once in a cycle when nobody picks", () => {
  const state = begin("k-wise-league", 12);
  const battles = next(state);
  expect(battles.map(({ match: id }) => id)).toEqual(["b1", "b2", "b3"]);
  expect(battles.flatMap(({ entrants }) => [...entrants]).sort((a, b) => a - b)).toEqual([
    ...Array(12).keys(),
  ]);
  expect(new Set(battles.map(({ prompt }) => prompt)).size).toBe(3);
});

it("ends with its budget", () => {
  const state = play(begin("k-wise-league", 5, { options: { k: 3, budget: 20 } }), byIndex);
  expect(done(state)).toBe(true);
  expect(progress(state)).toEqual({ total: 20, decided: 20, forfeits: 0 });
  expect(standings(state)[0]).toMatchObject({ entrant: 0, place: 1, losses: 0 });
});

it("is as long as it was when no two entrants are left before its budget is spent", () => {
  const begun = begin("k-wise-league", 2, { options: duels });
  const [battle] = nextSome(begun, 1);
  if (!battle) throw new Error("no battle");
  const left = withdraw(must(begun, battle, byIndex(battle)), 1);
  if (left.kind === "late") throw new Error(left.reason);
  expect(done(left.state)).toBe(true);
  expect(progress(left.state)).toEqual({ total: 1, decided: 1, forfeits: 0 });
});

it("never ends without one", () => {
  let state = begin("k-wise-league", 4);
  for (let battle = 0; battle < 600; battle++) {
    const [ready] = nextSome(state, 1);
    if (!ready) throw new Error("an endless league has always a battle");
    state = must(state, ready, byIndex(ready));
  }
  expect(progress(state)).toMatchObject({ total: null, decided: 600 });
});

it("lets a matchmaker pick and takes the set from the outcome", () => {
  const begun = begin("k-wise-league", 6, { options: { k: 4, budget: 6 } });
  const [battle] = nextSome(begun, 1, {
    pick: ({ candidates }) => ({ entrants: candidates.slice(2, 5), prompt: 1 }),
  });
  expect(battle).toMatchObject({ entrants: [2, 3, 4], prompt: 1 });
  if (!battle) throw new Error("no battle");
  const state = must(begun, battle, [2, 1, 2]);
  expect(match(state, "b1")).toMatchObject({ ranks: [2, 1, 2], winners: [3], prompt: 1, status: "decided" });
  expect(nextSome(begun, 1, { pick: () => null })).toEqual([]);
});

it("tells the matchmaker how often each has played and who has an output", () => {
  const begun = begin("k-wise-league", 4, { prompts: 1, missing: [[3, 0]], options: { k: 2 } });
  const [battle] = next(begun);
  if (!battle) throw new Error("no battle");
  const state = must(begun, battle, [1, 2]);
  nextSome(state, 1, {
    pick: ({ games, candidates, number, k }) => {
      expect(games.reduce((sum, count) => sum + count, 0)).toBe(2);
      expect({ candidates, number, k }).toEqual({ candidates: [0, 1, 2], number: 1, k: 2 });
      return null;
    },
  });
});

it("leaves out the battles under way and takes answers in any order", () => {
  const begun = begin("k-wise-league", 6, { options: duels });
  const [first, second] = nextSome(begun, 2);
  if (!first || !second) throw new Error("two battles");
  const state = must(begun, second, [1, 2]);
  expect(nextSome(state, 2, { taken: new Set(["b1"]) }).map(({ match: id }) => id)).toEqual(["b3", "b4"]);
  expect(nextSome(state, 1)).toEqual([first]);
});

it.each([
  ["a repeated entrant", { entrants: [1, 1] }, "bad-entrants"],
  ["a stranger", { entrants: [1, 7] }, "bad-entrants"],
  ["an unknown prompt", { entrants: [1, 2], prompt: 3 }, "bad-entrants"],
  ["a missing output", { entrants: [1, 5], prompt: 0 }, "bad-entrants"],
  ["ranks that do not fit", { entrants: [1, 2, 3] }, "bad-ranks"],
  ["a number beyond the budget", { match: "b7" }, "unknown-match"],
  ["a strange id", { match: "b01" }, "unknown-match"],
  ["an old version", { version: 0 }, "old-version"],
])("refuses %s", (_, change, reason) => {
  const state = begin("k-wise-league", 6, { missing: [[5, 0]], options: duels });
  const outcome = { match: "b1", version: 1, game: 0, ranks: [1, 2], ...change };
  expect(apply(state, outcome)).toEqual({ kind: "late", reason });
});

it("opens a voided battle again with the same set, and touches no other", () => {
  const played = play(begin("k-wise-league", 6, { options: duels }), byIndex);
  const shown = match(played, "b2")?.places;
  const voided = correct(played, "b2", { kind: "void" });
  if (voided.kind === "late") throw new Error(voided.reason);
  expect(voided.changed).toEqual(["b2"]);
  expect(done(voided.state)).toBe(false);
  expect(match(voided.state, "b2")).toMatchObject({
    status: "ready",
    version: 2,
    places: shown,
    ranks: null,
  });
  expect(play(voided.state, byIndex)).toMatchObject({ decided: 6 });
  expect(next(voided.state).map(({ match: id }) => id)).toEqual(["b2"]);
});

it("changes ranks without touching the counts", () => {
  const played = play(begin("k-wise-league", 6, { options: duels }), byIndex);
  const corrected = correct(played, "b2", { kind: "ranks", ranks: [1, 1] });
  if (corrected.kind === "late") throw new Error(corrected.reason);
  expect(match(corrected.state, "b2")).toMatchObject({ ranks: [1, 1], version: 2, note: "corrected" });
  expect(corrected.state).toMatchObject({ decided: 6, firstOpen: 6 });
});

it("shows nobody who has withdrawn, and ends when fewer than two are left", () => {
  let state = begin("k-wise-league", 3, { options: { k: 2 } });
  const [battle] = next(state);
  const left = withdraw(state, 0);
  if (left.kind === "late" || !battle) throw new Error("entrant 0 may leave");
  state = left.state;
  expect(apply(state, { ...battle, ranks: [1, 2] })).toEqual({ kind: "late", reason: "old-version" });
  expect(nextSome(state, 5).every(({ entrants }) => !entrants.includes(0))).toBe(true);
  expect(withdraw(state, 0)).toEqual({ kind: "late", reason: "unknown-entrant" });
  const alone = withdraw(state, 2);
  expect(alone.kind === "applied" && done(alone.state)).toBe(true);
});

it("counts only the pairs with the best where only the best was named", () => {
  const begun = begin("k-wise-league", 4, { options: { k: 4, budget: 1 } });
  const applied = apply(begun, {
    match: "b1",
    version: 1,
    game: 0,
    entrants: [0, 1, 2, 3],
    ranks: [2, 1, 2, 2],
    firstOnly: true,
  });
  if (applied.kind === "late") throw new Error(applied.reason);
  const [best, other] = standings(applied.state);
  expect(best).toMatchObject({ entrant: 1, wins: 3, ties: 0 });
  expect(other).toMatchObject({ wins: 0, losses: 1, ties: 0 });
});
