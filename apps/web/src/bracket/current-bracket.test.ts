import { expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { currentBracket, hasTree, progressOf, roundTitleOf, sectionsOf } from "./current-bracket.ts";
import { aMatch } from "./match-fixture.ts";

const round = (bracket: "main" | "final" | "pool", n: number, feeds: string | null = null) => ({
  bracket,
  round: n,
  matches: [aMatch(`${bracket}${n}`, { feeds })],
});
const bracket = (group: string, rounds: ReturnType<typeof round>[] = []) => ({
  group,
  prompt_text: null,
  decided: 0,
  total: 3,
  champion: null,
  rounds,
});

it("shows the bracket that came with its rounds", () => {
  const brackets = [bracket("tides"), bracket("bees", [round("main", 1)]), bracket("salt")];
  expect(currentBracket({ brackets })?.group).toBe("bees");
});

it("shows the bracket that was chosen, also before it has rounds", () => {
  const brackets = [bracket("tides"), bracket("bees", [round("main", 1)]), bracket("salt")];
  expect(currentBracket({ brackets }, "salt")?.group).toBe("salt");
});

it("shows the first bracket before anything is drawn", () => {
  expect(currentBracket({ brackets: [bracket("tides")] })?.group).toBe("tides");
});

it("keeps the rounds of one kind together", () => {
  const sections = sectionsOf([round("main", 1), round("main", 2), round("final", 1)]);
  expect(sections.map((section) => section.length)).toEqual([2, 1]);
});

it("draws a tree only where matches lead to each other", () => {
  expect(hasTree([round("main", 1, "next")])).toBe(true);
  expect(hasTree([round("pool", 1)])).toBe(false);
});

it("has no progress without an end", () => {
  expect(progressOf(7, null)).toBeNull();
  expect(progressOf(3, 12)).toBe(0.25);
});

it("names the round of a match", () => {
  const brackets = [bracket("bees", [round("main", 1), round("main", 2)])];
  expect(roundTitleOf({ brackets, format: "series" }, "main1", en.bracket.rounds)).toBe("Semifinals");
  expect(roundTitleOf({ brackets: [], format: "series" }, "main1", en.bracket.rounds)).toBe("");
});
