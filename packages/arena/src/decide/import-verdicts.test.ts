import { expect, test } from "vitest";
import { allowed, contest, perform } from "../fixtures/contest.ts";
import { decideImport, type VerdictRow } from "./import-verdicts.ts";

const row = (change: Partial<VerdictRow> = {}): VerdictRow => ({
  line: 1,
  id: "i.1",
  models: ["m-2", "m-1"],
  prompt: "p-1",
  promptHash: "",
  ranks: [5, 9],
  firstOnly: false,
  criterion: "overall",
  judge: { id: "w", kind: "human" },
  flags: [],
  castAt: null,
  ...change,
});

const whole = { errors: [], keepGoing: false };

test("a row becomes a verdict in numbers, with competition ranks and its time", () => {
  const { drafts } = allowed(
    decideImport(contest(), [row({ castAt: 77, flags: ["both_bad"] })], new Set(), whole),
  );
  expect(drafts).toEqual([
    {
      ballot: "i.1",
      event: {
        type: "verdict",
        criterion: "overall",
        judge: { id: "w", kind: "human" },
        models: [1, 0],
        prompt: 0,
        ranks: [1, 2],
        flags: ["both_bad"],
        castAt: 77,
      },
    },
  ]);
});

test("the best of two is a whole order, the best of three is a first stage", () => {
  const rows = [
    row({ firstOnly: true }),
    row({ id: "i.2", models: ["m-1", "m-2", "m-3"], ranks: [1, 2, 2], firstOnly: true }),
  ];
  const { drafts } = allowed(decideImport(contest(), rows, new Set(), whole));
  expect(drafts.map(({ event }) => "firstOnly" in event)).toEqual([false, true]);
});

test("ids that are in the log, or stood on an earlier line, are unchanged", () => {
  const rows = [row({ id: "i.1" }), row({ id: "i.2", line: 2 }), row({ id: "i.2", line: 3 })];
  const state = contest();
  const { answer, entries } = perform(state, allowed(decideImport(state, rows, new Set(["i.1"]), whole)));
  expect(answer).toEqual({ accepted: 3, unchanged: 2, errors: [] });
  expect(entries).toHaveLength(1);
});

test("a prompt may be named by its text", () => {
  const [draft] = allowed(
    decideImport(contest(), [row({ prompt: "Why?", promptHash: "text of p-2" })], new Set(), whole),
  ).drafts;
  expect(draft?.event).toMatchObject({ prompt: 1 });
});
