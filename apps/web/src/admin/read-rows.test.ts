import { expect, it } from "vitest";
import { readRows } from "./read-rows.ts";

it("reads JSON Lines and names the broken line", () => {
  const { rows, faults } = readRows('{"slug":"a"}\n\n{"slug":\n{"slug":"b"}\n7\n');
  expect(rows).toEqual([
    { line: 1, fields: { slug: "a" } },
    { line: 4, fields: { slug: "b" } },
  ]);
  expect(faults).toEqual([
    { line: 3, code: "malformed" },
    { line: 5, code: "notObject" },
  ]);
});

it("counts the items of a JSON array", () => {
  expect(readRows('[{"slug":"a"}, 3]')).toEqual({
    rows: [{ line: 1, fields: { slug: "a" } }],
    faults: [{ line: 2, code: "notObject" }],
  });
});

it("reads quoted cells with commas, line breaks and marks, and keeps counting lines", () => {
  const { rows } = readRows('slug,text\r\na,"one, ""two""\nthree"\r\nb,plain\r\n');
  expect(rows).toEqual([
    { line: 2, fields: { slug: "a", text: 'one, "two"\nthree' } },
    { line: 4, fields: { slug: "b", text: "plain" } },
  ]);
});

it("leaves empty cells out, so that they count as not given", () => {
  expect(readRows("slug,name\na,\n").rows).toEqual([{ line: 2, fields: { slug: "a" } }]);
});

it("says which row has too many cells and where a mark is not closed", () => {
  expect(readRows('slug,name\na,b,c\nd,"e\n').faults).toEqual([
    { line: 2, code: "columns", expected: 2, found: 3 },
    { line: 3, code: "quote" },
  ]);
});

it("has nothing to say about an empty upload", () => {
  expect(readRows("\uFEFF \n")).toEqual({ rows: [], faults: [] });
});
