import { expect, test } from "vitest";
import type { ArenaEvent, VerdictEvent } from "../event.ts";
import { contest } from "../fixtures/contest.ts";
import { consequencesOf, type FedEntry, liveMessage, namesOf } from "./live-view.ts";

const names = namesOf("arena", contest());

const verdict: VerdictEvent = {
  type: "verdict",
  criterion: "overall",
  judge: { kind: "human", id: "v" },
  models: [1, 0],
  prompt: 1,
  ranks: [2, 1],
};

const fed = (event: ArenaEvent, change: Partial<FedEntry> = {}): FedEntry => ({
  seq: 9,
  at: 0,
  ballot: null,
  event,
  feed: { votes: 7 },
  ...change,
});

test("a verdict is told as the public log tells it", () => {
  expect(liveMessage(names, fed(verdict, { ballot: "b" }), "arena")).toEqual({
    v: 1,
    seq: 9,
    prev: 8,
    type: "verdict",
    data: {
      matches: [],
      votes: 7,
      verdict: {
        seq: 9,
        ballot: "b",
        criterion: "overall",
        judge: { kind: "human", id: "v" },
        slots: [
          { model: "m-2", prompt: "p-2" },
          { model: "m-1", prompt: "p-2" },
        ],
        ranks: [2, 1],
        first_only: false,
        flags: [],
        counted: true,
        tournament: null,
        match: null,
        withdrawn_by: null,
        at: "1970-01-01T00:00:00.000Z",
      },
    },
  });
});

test("a late verdict is told as not counted, with its battle", () => {
  const late: VerdictEvent = {
    ...verdict,
    late: true,
    battle: { tournament: 2, match: "r1.m1", version: 1, game: 0 },
  };
  expect(liveMessage(names, fed(late), "arena").data).toMatchObject({
    verdict: { counted: false, tournament: "arena.2", match: "r1.m1" },
  });
});

test("the time of an imported vote is the judge's, not the import's", () => {
  const { data } = liveMessage(names, fed({ ...verdict, castAt: 86_400_000 }, { at: 5 }), "arena");
  expect(data).toMatchObject({ verdict: { at: "1970-01-02T00:00:00.000Z" } });
});

test.each<[ArenaEvent, string]>([
  [{ type: "models.added", models: [] }, "arena"],
  [{ type: "verdict.withdrawn", of: 3, verdict }, "arena"],
  [{ type: "tournament.changed", tournament: 1, status: "paused" }, "tournament"],
  [{ type: "match.corrected", tournament: 1, match: "m", ruling: { kind: "void" }, reason: null }, "match"],
])("%j is a message of the type %s", (event, type) => {
  expect(liveMessage(names, fed(event), "arena").type).toBe(type);
});

test("a tournament's feed names its own entry before, the arena's the seq before", () => {
  const entry = fed({ type: "tournament.changed", tournament: 1 }, { feed: { votes: 0, prev: 4 } });
  expect(liveMessage(names, entry, "tournament").prev).toBe(4);
  expect(liveMessage(names, entry, "arena").prev).toBe(8);
});

test("what concerns no tournament has the count of votes for its only consequence", () => {
  expect(consequencesOf("arena", contest(), { tournament: null, matches: [] }, 0)).toEqual({ votes: 0 });
});
