import { expect, it } from "vitest";
import { aMatch, aSeat } from "./match-fixture.ts";
import { liveMatch, pathOf } from "./path-of.ts";

const matches = [
  aMatch("a", { places: [aSeat("x"), aSeat("y")], status: "decided" }),
  aMatch("b", { places: [aSeat("z"), aSeat("w")], status: "ready" }),
  aMatch("c", { places: [aSeat("x"), aSeat(null, "b")], status: "ready", games: 2 }),
];

it("follows a model through its matches", () => {
  expect([...pathOf(matches, "x")]).toEqual(["a", "c"]);
});

it("takes the match with games played for the live one", () => {
  expect(liveMatch(matches, true)).toBe("c");
  expect(liveMatch(matches.slice(0, 2), true)).toBe("b");
});

it("has no live match in a tournament that rests", () => {
  expect(liveMatch(matches, false)).toBeNull();
});
