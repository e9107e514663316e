import type { Cast } from "@agon/contract";
import { expect, test } from "vitest";
import { allowed, claims, contest, perform, settings } from "../fixtures/contest.ts";
import { decideCast, readCast, type Said, sameVerdict } from "./cast.ts";
import { decideConfigure } from "./catalogue.ts";

const duel = claims();
const four = claims({ models: [0, 1, 2, 3] });
const token = "-";

test.each<[string, Cast, Said]>([
  ["a", { token, outcome: "a" }, { ranks: [1, 2], firstOnly: false, flags: [] }],
  ["b", { token, outcome: "b" }, { ranks: [2, 1], firstOnly: false, flags: [] }],
  ["a tie", { token, outcome: "tie" }, { ranks: [1, 1], firstOnly: false, flags: [] }],
  ["both bad", { token, outcome: "both_bad" }, { ranks: [1, 1], firstOnly: false, flags: ["both_bad"] }],
  ["ranks with gaps", { token, ranks: [70, 7] }, { ranks: [2, 1], firstOnly: false, flags: [] }],
  ["the best of two", { token, best: 1 }, { ranks: [2, 1], firstOnly: false, flags: [] }],
])("a duel is decided by %s", (_, cast, said) => {
  expect(readCast(duel, cast)).toEqual({ ok: true, value: said });
});

test("the best of four is kept as a first stage and never as ties", () => {
  expect(readCast(four, { token, best: 2 })).toEqual({
    ok: true,
    value: { ranks: [2, 2, 1, 2], firstOnly: true, flags: [] },
  });
});

test("ranks are kept as competition ranks: equals share one and the next is skipped", () => {
  expect(allowed(readCast(four, { token, ranks: [3, 9, 3, 1] }))?.ranks).toEqual([2, 4, 2, 1]);
});

test("a skip says nothing", () => {
  expect(readCast(four, { token, skip: true })).toEqual({ ok: true, value: null });
});

test.each<[Cast, string]>([
  [{ token, ranks: [1, 2, 3] }, "/ranks"],
  [{ token, best: 4 }, "/best"],
  [{ token, outcome: "a" }, "/outcome"],
])("words that do not fit four slots are refused: %j", (cast, pointer) => {
  expect(readCast(four, cast)).toMatchObject({
    ok: false,
    error: { code: "ranks_do_not_fit", errors: [{ pointer }] },
  });
});

test("two casts say the same when order, stage and flags agree", () => {
  const verdictOf = (cast: Cast) => {
    const state = contest(4);
    const said = allowed(readCast(four, cast));
    const [draft] = said ? allowed(decideCast(state, four, said, 0)).drafts : [];
    if (draft?.event.type !== "verdict") throw new Error("a cast leads to a verdict");
    return draft.event;
  };
  const saidBy = (cast: Cast): Said =>
    allowed(readCast(four, cast)) ?? { ranks: [], firstOnly: false, flags: [] };
  const best = verdictOf({ token, best: 0 });
  expect(sameVerdict(best, saidBy({ token, best: 0 }))).toBe(true);
  expect(sameVerdict(best, saidBy({ token, ranks: [1, 2, 2, 2] }))).toBe(false);
  expect(sameVerdict(best, saidBy({ token, best: 1 }))).toBe(false);
});

test("the answer reveals the models in the order shown, with ratings that moved by the vote", () => {
  const shown = claims({ models: [2, 0] });
  const decided = allowed(
    decideCast(contest(), shown, { ranks: [1, 2], firstOnly: false, flags: [] }, 5_000),
  );
  const { answer, entries } = perform(contest(), decided, 5_000);
  expect(answer.verdict).toEqual({ id: "ballot", seq: entries[0]?.seq, ranks: [1, 2], flags: [] });
  expect(answer.reveal.map(({ slot, model }) => [slot, model.slug])).toEqual([
    [0, "m-3"],
    [1, "m-1"],
  ]);
  const [winner, loser] = answer.reveal;
  expect(winner?.rating).toBeCloseTo(1000 + (winner?.change ?? 0), 9);
  expect(winner?.change).toBeGreaterThan(0);
  expect(loser?.change).toBeCloseTo(-(winner?.change ?? 0), 9);
  expect(answer).toMatchObject({ counted: true, undo_until: "1970-01-01T00:00:10.000Z" });
});

test("a ballot is good up to the millisecond in which it expires", () => {
  const said = { ranks: [1, 2], firstOnly: false, flags: [] };
  expect(decideCast(contest(), duel, said, duel.expiresAt).ok).toBe(true);
  expect(decideCast(contest(), duel, said, duel.expiresAt + 1)).toMatchObject({
    ok: false,
    error: { code: "ballot_expired" },
  });
});

test("a paused arena takes no votes", () => {
  const { state } = perform(
    contest(),
    allowed(decideConfigure(contest(), { ...settings, status: "paused" })),
  );
  expect(decideCast(state, duel, { ranks: [1, 2], firstOnly: false, flags: [] }, 0)).toMatchObject({
    ok: false,
    error: { code: "arena_closed" },
  });
});
