import { expect, test } from "vitest";
import { madeLog, madeVerdict } from "../made-log.ts";
import { type ExportChoice, type ExportKind, objectOf } from "../table.ts";
import { pairs, pointwise, rankings } from "./preferences.ts";
import { softLabels } from "./soft-labels.ts";

async function rowsOf(kind: ExportKind, verdicts: Parameters<typeof madeLog>[0], choice: ExportChoice = {}) {
  const rows = await Array.fromAsync(kind.rows(madeLog(verdicts), "made", choice));
  return rows.map((row) => objectOf(kind.columns, row) as Record<string, unknown>);
}

test("a ranking gives every ordered pair, and none for a tie", async () => {
  const rows = await rowsOf(pairs, [madeVerdict(1, [2, 1, 2])]);
  expect(rows.map((row) => [row.chosen_model, row.rejected_model])).toEqual([
    ["b", "a"],
    ["b", "c"],
  ]);
  expect(rows[0]).toEqual({
    prompt: "Why?",
    chosen: "=says b",
    rejected: "=says a",
    chosen_model: "b",
    rejected_model: "a",
    criterion: "overall",
    judge: "voter-1",
    judge_kind: "human",
    seq: 1,
  });
});

test("of a first-only verdict nothing below the best is said", async () => {
  const verdicts = [madeVerdict(1, [2, 1, 2], { first_only: true })];
  expect((await rowsOf(pairs, verdicts)).map((row) => row.chosen_model)).toEqual(["b", "b"]);
  expect((await rowsOf(pointwise, verdicts)).map((row) => [row.model, row.label])).toEqual([["b", true]]);
  const labels = await rowsOf(softLabels, verdicts);
  expect(labels.map((row) => [row.model_a, row.model_b, row.probability_a])).toEqual([
    ["a", "b", 0],
    ["b", "c", 1],
  ]);
});

test("a list holds the outputs from best to worst with their ranks", async () => {
  const [row] = await rowsOf(rankings, [madeVerdict(1, [3, 1, 1])]);
  expect(row).toMatchObject({ completions: ["=says b", "=says c", "=says a"], ranks: [1, 1, 3] });
});

test("a point is what stood first or last; a tie says nothing, unless both were bad", async () => {
  const said = await rowsOf(pointwise, [
    madeVerdict(1, [2, 1, 3]),
    madeVerdict(2, [1, 1]),
    madeVerdict(3, [1, 1], { flags: ["both_bad"] }),
  ]);
  expect(said.map(({ seq, model, label }) => [seq, model, label])).toEqual([
    [1, "b", true],
    [1, "c", false],
    [3, "a", false],
    [3, "b", false],
  ]);
});

test("soft labels count every meeting of a pair, whoever stood left, ties as halves", async () => {
  const turned = { slots: ["b", "a"].map((model) => ({ model, prompt: "p" })) };
  const rows = await rowsOf(softLabels, [
    madeVerdict(1, [1, 2]),
    madeVerdict(2, [1, 2], turned),
    madeVerdict(3, [1, 1]),
    madeVerdict(4, [1, 2]),
  ]);
  expect(rows).toMatchObject([
    { model_a: "a", model_b: "b", wins_a: 2, wins_b: 1, ties: 1, probability_a: 0.625 },
  ]);
});

test("what does not count, other judges and other criteria are left out", async () => {
  const verdicts = [
    madeVerdict(1, [1, 2], { counted: false, withdrawn_by: 9 }),
    madeVerdict(2, [1, 2], { criterion: "style" }),
    madeVerdict(3, [1, 2], { judge: { id: "r", kind: "rule" } }),
    madeVerdict(4, [1, 2], { slots: ["a", "gone"].map((model) => ({ model, prompt: "p" })) }),
    madeVerdict(5, [1, 2]),
  ];
  expect((await rowsOf(pairs, verdicts)).map(({ seq }) => seq)).toEqual([2, 3, 5]);
  expect((await rowsOf(pairs, verdicts, { criterion: "style" })).map(({ seq }) => seq)).toEqual([2]);
  expect((await rowsOf(pairs, verdicts, { judges: "rule" })).map(({ seq }) => seq)).toEqual([3]);
});
