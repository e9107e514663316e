import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell } from "./csv-cell.ts";

test.each(["=1+1", "+1", "-1", "@A1", "\tx", "\rx"])(
  "a text that starts like a formula is defused: %j",
  (text) => {
    expect(csvCell(text).replace(/^"/, "")).toMatch(/^'/);
  },
);

test("numbers, booleans and nothing are written plainly", () => {
  expect([-1.5, true, null].map(csvCell)).toEqual(["-1.5", "true", ""]);
});

test("any other text comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2 }), (texts) => {
      const cells = texts.map((text) => `x${text}`);
      expect(parse(cells.map(csvCell).join(","), { record_delimiter: "\n" })).toEqual([cells]);
    }),
  );
});
