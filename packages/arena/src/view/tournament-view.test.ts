import { expect, test } from "vitest";
import { parseTournamentId, roundTitle, tournamentId } from "./tournament-view.ts";

test("an id is the arena and the number, and is taken apart again", () => {
  expect(tournamentId("my-arena", 12)).toBe("my-arena.12");
  expect(parseTournamentId("my-arena.12")).toEqual({ arena: "my-arena", number: 12 });
});

test.each([
  "my-arena",
  "my-arena.",
  ".1",
  "my-arena.0",
  "my-arena.01",
  "a.b.1",
  "A.1",
  "a.1 ",
  "a.1e3",
  "a.-1",
  "",
])("%j is no id of a tournament", (id) => {
  expect(parseTournamentId(id)).toBeNull();
});

test.each([
  ["main", 5, 5, "Final"],
  ["main", 4, 5, "Semifinals"],
  ["main", 3, 5, "Quarterfinals"],
  ["main", 2, 5, "Round 2"],
  ["main", 1, 1, "Final"],
  ["third", 5, 5, "Third place"],
  ["final", 1, 4, "Grand final"],
  ["lower", 2, 4, "Lower bracket, round 2"],
  ["pool", 3, 9, "Round 3"],
] as const)("the round %s %i of %i is called %s", (bracket, round, last, title) => {
  expect(roundTitle({ bracket, round }, last)).toBe(title);
});
