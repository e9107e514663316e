import { expect, test } from "vitest";
import { judgeFor } from "./rule-judge.ts";

const output = (content: string | null, score: number | null) => ({ content, score });
const noReference = { reference: null };

test("a person's verdict is pending until the ballot arrives", () => {
  const judge = judgeFor({ kind: "human" });
  expect(judge({ outputs: [output("a", 1), output("b", 2)] }, noReference)).toEqual({ status: "pending" });
});

test("the score judge decides by the scores alone", () => {
  const judge = judgeFor({ kind: "rule", rule: "score" });
  expect(judge({ outputs: [output(null, 1), output(null, 2)] }, noReference)).toEqual({
    status: "decided",
    ranks: [2, 1],
  });
});

test.each([null, Number.NaN, Number.POSITIVE_INFINITY])(
  "the score judge does not guess a score of %s",
  (score) => {
    const judge = judgeFor({ kind: "rule", rule: "score" });
    expect(judge({ outputs: [output("a", 1), output("b", score)] }, noReference).status).toBe("undecidable");
  },
);

test("the reference judge compares with the prompt's reference", () => {
  const judge = judgeFor({ kind: "rule", rule: "reference", match: "normalised" });
  const battle = { outputs: [output("no", null), output("Yes!", null)] };
  expect(judge(battle, { reference: "yes" })).toEqual({ status: "decided", ranks: [2, 1] });
  expect(judge(battle, noReference).status).toBe("undecidable");
});

test("the reference judge cannot compare media", () => {
  const judge = judgeFor({ kind: "rule", rule: "reference", match: "exact" });
  expect(judge({ outputs: [output("yes", null), output(null, null)] }, { reference: "yes" }).status).toBe(
    "undecidable",
  );
});
