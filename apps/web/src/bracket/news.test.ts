import { expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { aMatch, aSeat } from "./match-fixture.ts";
import { decisionNews, newsOf } from "./news.ts";

const won = (id: string, slug: string) => aMatch(id, { places: [aSeat(slug), aSeat("o")], winners: [slug] });
const say = (...matches: ReturnType<typeof aMatch>[]) =>
  newsOf(matches, (match) => decisionNews(match, "the final", en.bracket), "en", en.bracket.news);

it("tells one decision in full", () => {
  expect(say(won("a", "lead"))).toBe("LEAD won the final.");
});

it("merges many decisions into one message with the last of them", () => {
  expect(say(won("a", "x"), won("b", "y"), won("c", "z"))).toBe(
    "3 matches were decided, last: Z won the final.",
  );
});

it("says nothing when nothing was decided", () => {
  expect(say()).toBe("");
});

it("tells what came of a battle that leads nowhere", () => {
  const match = aMatch("b", {
    bracket: "pool",
    status: "decided",
    places: [aSeat("a"), aSeat("o")],
    winners: ["a"],
  });
  expect(decisionNews(match, "Round 2", en.bracket)).toBe("Round 2, match 1: A beat O.");
});
