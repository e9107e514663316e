import { expect, it } from "vitest";
import { begin, byIndex, play } from "../fixtures/play.ts";
import type { Applied, ScheduleState } from "../index.ts";
import { apply, correct, done, match, matches, next, withdraw } from "../schedule.ts";

const flip = { kind: "ranks", ranks: [2, 1] } as const;
const voided = { kind: "void" } as const;

function after(applied: Applied): ScheduleState {
  if (applied.kind === "late") throw new Error(applied.reason);
  return applied.state;
}

function finished(): ScheduleState {
  return play(begin("series", 8, { prompts: 1, options: { seeding: "listed", thirdPlace: true } }), byIndex);
}

it("resets the matches that follow from a changed result, and no other", () => {
  const applied = correct(finished(), "r1.m2", flip);
  expect(applied.kind === "applied" && applied.changed.sort()).toEqual(["r1.m2", "r2.m1", "r3.m1", "t1.m1"]);
  const state = after(applied);
  expect(matches(state).map(({ id, status, version }) => [id, status, version])).toEqual([
    ["r1.m1", "decided", 1],
    ["r1.m2", "decided", 2],
    ["r1.m3", "decided", 1],
    ["r1.m4", "decided", 1],
    ["r2.m1", "ready", 2],
    ["r2.m2", "decided", 1],
    ["t1.m1", "awaiting", 2],
    ["r3.m1", "awaiting", 2],
  ]);
  expect(match(state, "r1.m2")).toMatchObject({ winners: [4], note: "corrected" });
  expect(match(state, "r2.m1")?.places.map(({ entrant }) => entrant)).toEqual([0, 4]);
  expect(match(state, "r3.m1")?.places.map(({ entrant }) => entrant)).toEqual([null, 1]);
});

it("opens a voided match again; what was under way for it arrives late", () => {
  const state = after(correct(finished(), "r2.m2", voided));
  expect(next(state)).toMatchObject([{ match: "r2.m2", version: 2, game: 0 }]);
  expect(apply(state, { match: "r2.m2", version: 1, game: 0, ranks: [2, 1] })).toEqual({
    kind: "late",
    reason: "old-version",
  });
  expect(match(state, "r2.m2")).toMatchObject({ status: "ready", games: 0, ranks: null, winners: [] });
  expect(done(play(state, byIndex))).toBe(true);
});

it("raises the version each time", () => {
  const twice = after(correct(after(correct(finished(), "r3.m1", flip)), "r3.m1", flip));
  expect(match(twice, "r3.m1")).toMatchObject({ version: 3, winners: [1] });
});

it("resets nothing when the same entrants go on, a tie that goes the same way included", () => {
  const applied = correct(finished(), "r1.m1", { kind: "ranks", ranks: [1, 1] });
  expect(applied.kind === "applied" && applied.changed).toEqual(["r1.m1"]);
  expect(match(after(applied), "r1.m1")).toMatchObject({ ranks: [1, 1], note: "tie-higher-seed" });
});

it("takes the second final back when the first turns out otherwise", () => {
  const begun = begin("double-elimination", 4, { prompts: 1, options: { seeding: "listed" } });
  const end = play(begun, byIndex);
  expect(match(end, "f2.m1")).toMatchObject({ status: "void", version: 1 });
  const challenged = after(correct(end, "f1.m1", flip));
  expect(match(challenged, "f2.m1")).toMatchObject({ status: "ready", version: 2 });
  const settled = after(correct(challenged, "f1.m1", { kind: "ranks", ranks: [1, 2] }));
  expect(match(settled, "f2.m1")).toMatchObject({ status: "void", version: 3 });
});

it("corrects decided matches only", () => {
  const begun = begin("series", 5, { prompts: 1, missing: [[3, 0]], options: { seeding: "listed" } });
  const reason = (id: string, ruling: Parameters<typeof correct>[2] = voided) => {
    const applied = correct(begun, id, ruling);
    return applied.kind === "late" ? applied.reason : applied.kind;
  };
  expect(match(begun, "r1.m1")?.status).toBe("bye");
  expect(reason("r1.m1")).toBe("not-decided");
  expect(match(begun, "r1.m2")?.status).toBe("forfeit");
  expect(reason("r1.m2")).toBe("not-decided");
  expect(reason("r2.m1")).toBe("not-decided");
  expect(reason("r9.m1")).toBe("unknown-match");
  expect(correct(finished(), "r1.m1", { kind: "ranks", ranks: [1, 2, 3] })).toEqual({
    kind: "late",
    reason: "bad-ranks",
  });
});

it("forfeits the open match of whoever withdraws and, later, the one its opponent comes to", () => {
  const begun = begin("series", 4, { prompts: 1, options: { seeding: "listed" } });
  const applied = withdraw(begun, 0);
  expect(applied.kind === "applied" && applied.changed).toEqual(["r1.m1", "r2.m1"]);
  expect(match(after(applied), "r1.m1")).toMatchObject({
    status: "forfeit",
    winners: [3],
    note: "withdrawn",
    version: 2,
  });
  const both = after(withdraw(after(applied), 3));
  expect(match(both, "r2.m1")).toMatchObject({ status: "awaiting" });
  const end = play(both, byIndex);
  expect(match(end, "r2.m1")).toMatchObject({ status: "forfeit", winners: [1], note: "withdrawn", games: 0 });
});

it("ends a match with the first withdrawal, and a bracket when everybody is gone", () => {
  const begun = begin("series", 2, { prompts: 3, options: { seeding: "listed" } });
  const state = after(withdraw(after(withdraw(begun, 0)), 1));
  expect(match(state, "r1.m1")).toMatchObject({ status: "forfeit", winners: [1] });
  const together = begin("series", 4, { prompts: 1, options: { seeding: "listed" } });
  const gone = [3, 2, 1, 0].reduce((live, entrant) => after(withdraw(live, entrant)), together);
  expect(done(gone)).toBe(true);
});

it("knows its entrants", () => {
  const begun = begin("series", 2);
  for (const entrant of [-1, 2, 0.5, Number.NaN]) {
    expect(withdraw(begun, entrant)).toEqual({ kind: "late", reason: "unknown-entrant" });
  }
});

it("takes one game of a series back, before and after the match is decided, and leaves the others", () => {
  const series = begin("series", 2, { prompts: 3, options: { seeding: "listed" } });
  const say = (state: ScheduleState, game: number, ranks: number[], version = 1) =>
    after(apply(state, { match: "r1.m1", version, game, ranks }));
  const open = say(series, 0, [2, 1]);
  expect(match(after(correct(open, "r1.m1", { kind: "void", game: 0 })), "r1.m1")).toMatchObject({
    score: [0, 0],
    version: 1,
  });
  const decided = say(say(open, 1, [1, 2]), 2, [2, 1]);
  expect(match(decided, "r1.m1")).toMatchObject({ status: "decided", score: [1, 2], winners: [1] });
  const reopened = after(correct(decided, "r1.m1", { kind: "void", game: 2 }));
  expect(match(reopened, "r1.m1")).toMatchObject({ status: "ready", score: [1, 1], version: 2 });
  expect(next(reopened)).toMatchObject([{ match: "r1.m1", version: 2, game: 2 }]);
  expect(match(say(reopened, 2, [1, 2], 2), "r1.m1")).toMatchObject({ status: "decided", winners: [0] });
  expect(correct(series, "r1.m1", { kind: "void", game: 0 }).kind).toBe("late");
});
