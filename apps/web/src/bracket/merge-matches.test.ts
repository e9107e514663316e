import { expect, it } from "vitest";
import { aMatch } from "./match-fixture.ts";
import { mergeMatches } from "./merge-matches.ts";

const round = (n: number, ...ids: string[]) => ({
  bracket: "main" as const,
  round: n,
  matches: ids.map((id, position) => aMatch(id, { round: n, position })),
});

it("replaces a match in its place and leaves the other rounds as they are", () => {
  const before = [round(1, "a", "b"), round(2, "c")];
  const { rounds, changed } = mergeMatches(before, null, [aMatch("b", { status: "decided", position: 1 })]);
  expect(rounds[0]?.matches.map((match) => match.status)).toEqual(["awaiting", "decided"]);
  expect(rounds[1]).toBe(before[1]);
  expect([...changed]).toEqual(["b"]);
});

it("leaves out matches of other brackets", () => {
  const { changed } = mergeMatches([round(1, "a")], "bees", [aMatch("a", { group: "tides" })]);
  expect(changed.size).toBe(0);
});

it("ignores an older version of a match", () => {
  const before = [{ ...round(1), matches: [aMatch("a", { version: 3 })] }];
  expect(mergeMatches(before, null, [aMatch("a", { version: 2, status: "decided" })]).changed.size).toBe(0);
});

it("takes the last of several messages about one match", () => {
  const late = [aMatch("a", { status: "ready" }), aMatch("a", { status: "decided" })];
  expect(mergeMatches([round(1, "a")], null, late).rounds[0]?.matches[0]?.status).toBe("decided");
});

it("appends a round that a league draws later", () => {
  const { rounds } = mergeMatches([round(1, "a")], null, [aMatch("n", { round: 2 })]);
  expect(rounds.map((one) => one.round)).toEqual([1, 2]);
  expect(rounds[1]?.matches).toHaveLength(1);
});
