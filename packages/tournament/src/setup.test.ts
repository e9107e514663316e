import { expect, it } from "vitest";
import { begin } from "./fixtures/play.ts";
import { checkSetup, parseOptions, TournamentError } from "./index.ts";
import { start } from "./schedule.ts";

it.each([
  ["fewer than two entrants", () => begin("series", 1), "too_few_entrants"],
  ["a fraction of an entrant", () => begin("series", 2.5), "too_few_entrants"],
  ["more than 1,024 entrants", () => begin("series", 1025), "too_many_entrants"],
  ["no prompts", () => begin("series", 4, { prompts: 0 }), "no_prompts"],
  ["a K larger than the field", () => begin("k-wise-league", 3), "k_too_large"],
  [
    "a number going on that does not divide K",
    () => begin("k-wise-elimination", 9, { options: { k: 4, advance: 3 } }),
    "advance_must_divide_k",
  ],
  [
    "everybody going on",
    () => begin("k-wise-elimination", 9, { options: { k: 4, advance: 4 } }),
    "advance_must_divide_k",
  ],
  ["a missing output of a stranger", () => begin("series", 4, { missing: [[4, 0]] }), "bad_missing"],
  ["ratings that do not fit", () => begin("series", 4, { ratings: [1, 2, 3] }), "bad_ratings"],
  ["ratings that are not numbers", () => begin("series", 2, { ratings: [1, Number.NaN] }), "bad_ratings"],
  ["anchors out of range", () => begin("anchored", 4, { options: { anchors: [4] } }), "bad_anchors"],
  ["a placement without ratings", () => begin("placement", 5), "bad_ratings"],
] as const)("refuses %s", (_, attempt, code) => {
  expect(attempt).toThrow(TournamentError);
  expect(attempt).toThrow(expect.objectContaining({ code }));
});

it("refuses options of another format", () => {
  const parsed = parseOptions("series", {});
  if (!parsed.ok) throw new Error("defaults must parse");
  const setup = { entrants: 4, prompts: 1, seed: 1, options: parsed.options };
  expect(checkSetup("swiss", setup)).toMatchObject({ code: "options_of_another_format" });
  expect(checkSetup("series", setup)).toBeNull();
  expect(() => start("swiss", setup)).toThrow(TournamentError);
});
