import { expect, it } from "vitest";
import { formatNames, formats, parseOptions } from "./index.ts";

it("fills in the defaults of every format", () => {
  for (const format of formatNames) {
    expect(parseOptions(format, undefined)).toMatchObject({ ok: true, options: { format } });
    expect(formats[format].summary.length).toBeGreaterThan(40);
  }
});

it("keeps what is given", () => {
  const given = { bestOf: 5, thirdPlace: true, seeding: "rating", earlyStop: false };
  expect(parseOptions("series", given)).toEqual({ ok: true, options: { format: "series", ...given } });
});

it.each([
  ["series", { bestOf: Number.NaN }, "/bestOf", "wrong_type"],
  ["series", { bestOf: 2.5 }, "/bestOf", "wrong_type"],
  ["series", { bestOf: 0 }, "/bestOf", "out_of_range"],
  ["series", { thirdPlace: 1 }, "/thirdPlace", "wrong_type"],
  ["series", { seeding: "luck" }, "/seeding", "not_a_choice"],
  ["series", { best_of: 3 }, "/best_of", "unknown_option"],
  ["series", { constructor: 3 }, "/constructor", "unknown_option"],
  ["series", [], "", "not_an_object"],
  ["k-wise-league", { k: 9 }, "/k", "out_of_range"],
  ["k-wise-league", { k: null }, "/k", "wrong_type"],
  ["swiss", { opening: Number.POSITIVE_INFINITY }, "/opening", "wrong_type"],
  ["anchored", { anchors: [1, 1] }, "/anchors", "out_of_range"],
  ["anchored", { anchors: [0, 1, 2, 3] }, "/anchors", "out_of_range"],
  ["anchored", { anchors: ["0"] }, "/anchors", "wrong_type"],
] as const)("%s refuses %j at %s", (format, input, pointer, code) => {
  expect(parseOptions(format, input)).toMatchObject({ ok: false, problems: [{ pointer, code }] });
});

it("reports every problem at once", () => {
  const parsed = parseOptions("series", { bestOf: -1, thirdPlace: "yes", speed: 9 });
  expect(parsed.ok ? [] : parsed.problems.map(({ pointer }) => pointer).sort()).toEqual([
    "/bestOf",
    "/speed",
    "/thirdPlace",
  ]);
});
