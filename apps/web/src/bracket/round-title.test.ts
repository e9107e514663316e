import { expect, it } from "vitest";
import { de } from "../messages/de.ts";
import { en } from "../messages/en.ts";
import { roundTitle } from "./round-title.ts";

const main = (...rounds: number[]) => rounds.map((round) => ({ bracket: "main" as const, round }));

it.each([
  ["main", 5, "Final", "Finale"],
  ["main", 4, "Semifinals", "Halbfinale"],
  ["main", 3, "Quarterfinals", "Viertelfinale"],
  ["main", 2, "Round 2", "Runde 2"],
  ["third", 5, "Third place", "Platz drei"],
  ["final", 1, "Grand final", "Großes Finale"],
  ["lower", 2, "Lower bracket, round 2", "Trostbaum, Runde 2"],
  ["pool", 3, "Round 3", "Runde 3"],
] as const)("calls round %s %i of five %s, in German %s", (bracket, round, english, german) => {
  const rounds = [...main(1, 2, 3, 4, 5), { bracket: "lower" as const, round: 8 }];
  expect(roundTitle({ bracket, round }, rounds, en.bracket.rounds)).toBe(english);
  expect(roundTitle({ bracket, round }, rounds, de.bracket.rounds)).toBe(german);
});

it("calls the only round the final", () => {
  expect(roundTitle({ bracket: "main", round: 1 }, main(1), en.bracket.rounds)).toBe("Final");
});

it("needs only the last rounds to name them", () => {
  expect(roundTitle({ bracket: "main", round: 4 }, main(4, 5), en.bracket.rounds)).toBe("Semifinals");
});

it("calls a list of matches without rounds by what it is", () => {
  const rounds = [{ bracket: "pool", round: 1 }] as const;
  expect(roundTitle(rounds[0], rounds, en.bracket.rounds, "k-wise-league")).toBe("League");
  expect(roundTitle(rounds[0], rounds, en.bracket.rounds, "swiss")).toBe("Round 1");
});
