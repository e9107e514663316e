import { expect, it } from "vitest";
import { table } from "./table.mjs";

it("a table aligns text to the left and numbers to the right and keeps every column", () => {
  const rows = [
    { method: "elo", votes: 8931, seconds: 0.123456 },
    { method: "bradley-terry", votes: 70, note: "fast" },
  ];
  expect(table(rows)).toBe(
    [
      "method         votes  seconds  note",
      "-------------  -----  -------  ----",
      "elo             8931   0.1235",
      "bradley-terry     70           fast",
    ].join("\n"),
  );
});
