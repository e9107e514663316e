import { expect, test } from "vitest";
import type { ImportReport } from "./import.ts";
import { reportText } from "./report-text.ts";

const none = { models: 0, prompts: 0, outputs: 0, votes: 0 };
const report: ImportReport = {
  arena: "a",
  format: "jsonl",
  created: true,
  stored: { ...none, models: 2, outputs: 1_200 },
  unchanged: none,
  refused: 0,
  problems: [],
};
const bad = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    file: "o.jsonl",
    line: at + 1,
    field: "content",
    detail: "is missing",
  }));

test("what was stored is counted", () => {
  expect(reportText(report)).toBe("Made the arena a.\nStored 2 models, 1,200 outputs.");
});

test("an import that changed nothing says what was there", () => {
  const again = { ...report, created: false, stored: none, unchanged: { ...none, outputs: 3 } };
  expect(reportText(again)).toBe("The arena a was there.\nNothing new. There already: 3 outputs.");
});

test("rows that were left out are counted on the last line, below their places", () => {
  const lines = reportText({ ...report, refused: 2, problems: bad(2) }).split("\n");
  expect(lines.slice(2)).toEqual([
    "o.jsonl:1: content: is missing",
    "o.jsonl:2: content: is missing",
    "Left out 2 rows that are not valid.",
  ]);
  expect(reportText({ ...report, refused: 1, problems: bad(1) })).toContain(
    "Left out 1 row that is not valid",
  );
});

test("all rows that were left out are counted, though only the first are listed", () => {
  const lines = reportText({ ...report, refused: 1_500, problems: bad(100) }).split("\n");
  expect(lines).toHaveLength(104);
  expect(lines.slice(-2)).toEqual(["... and 1,400 more", "Left out 1,500 rows that are not valid."]);
});

test("an arena that refused every row is not said to hold them already", () => {
  const text = reportText({ ...report, stored: none, refused: 1, problems: bad(1) });
  expect(text).toContain("Nothing was stored.");
  expect(text).not.toContain("already");
});
