import { expect, it } from "vitest";
import { de } from "../messages/de.ts";
import { en } from "../messages/en.ts";
import { aMatch, aSeat } from "./match-fixture.ts";
import { matchSentence } from "./match-sentence.ts";

const duel = { places: [aSeat("lead"), aSeat("tail")] };
const say = (match: ReturnType<typeof aMatch>, live = false) =>
  matchSentence(match, "Semi-finals", live, en.bracket);

it("tells who beat whom and how", () => {
  const match = aMatch("m", {
    ...duel,
    status: "decided",
    winners: ["tail"],
    ranks: [2, 1],
    score: [1, 3],
    position: 2,
  });
  expect(say(match)).toBe("Semi-finals, match 2: TAIL beat LEAD, 1 : 3.");
});

it("tells who won where nothing was counted", () => {
  expect(say(aMatch("m", { ...duel, status: "decided", winners: ["lead"], ranks: [1, 2] }))).toBe(
    "Semi-finals, match 1: LEAD beat TAIL.",
  );
});

it("says that a rule settled a draw", () => {
  const match = aMatch("m", {
    ...duel,
    status: "decided",
    winners: ["lead"],
    ranks: [1, 1],
    score: [0.5, 0.5],
  });
  expect(say(match)).toBe(
    "Semi-finals, match 1: LEAD against TAIL were equal; LEAD advances by the tie rule.",
  );
});

it("tells the order of a heat", () => {
  const match = aMatch("h", {
    places: [aSeat("a"), aSeat("b"), aSeat("c")],
    status: "decided",
    winners: ["c"],
    ranks: [2, 3, 1],
  });
  expect(say(match)).toBe("Semi-finals, heat 1: 1. C, 2. A, 3. B.");
});

it("tells the score of a match that is being decided", () => {
  expect(say(aMatch("m", { ...duel, status: "ready", score: [2, 1] }), true)).toBe(
    "Semi-finals, match 1: LEAD against TAIL, being decided now, 2 : 1.",
  );
});

it("names an open seat", () => {
  expect(say(aMatch("m", { places: [aSeat("lead"), aSeat(null, "x")] }))).toBe(
    "Semi-finals, match 1: LEAD against to be decided, waiting for an earlier match.",
  );
});

it("speaks German", () => {
  const match = aMatch("m", { ...duel, status: "ready" });
  expect(matchSentence(match, "Halbfinale", false, de.bracket)).toBe(
    "Halbfinale, Begegnung 1: LEAD gegen TAIL, noch nicht entschieden.",
  );
});

it("says of equals in a pool that they are equal, and of a battle without a vote that it was not played", () => {
  const places = [aSeat("a"), aSeat("b")];
  const level = aMatch("x", {
    bracket: "pool",
    status: "decided",
    places,
    ranks: [1, 1],
    winners: ["a", "b"],
  });
  expect(matchSentence(level, "Round 1", false, en.bracket)).toBe("Round 1, match 1: A against B, level.");
  const out = aMatch("x", { bracket: "pool", status: "forfeit", places });
  expect(matchSentence(out, "Round 1", false, en.bracket)).toBe("Round 1, match 1: A against B, not played.");
});
