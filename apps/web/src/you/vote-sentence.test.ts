import type { OwnVotes } from "@agon/contract";
import { expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { voteSentence } from "./vote-sentence.ts";

const vote = (ranks: number[], first_only = false): OwnVotes["votes"][number] => ({
  seq: 1,
  ballot: "b",
  criterion: "overall",
  judge: { kind: "human", id: "v" },
  slots: ranks.map((_, slot) => ({ model: `m-${slot}`, prompt: "p" })),
  ranks,
  first_only,
  flags: [],
  counted: true,
  tournament: null,
  match: null,
  withdrawn_by: null,
  at: "2026-01-01T00:00:00.000Z",
});

const say = (ranks: number[], best = false) =>
  voteSentence(vote(ranks, best), (slug) => slug.toUpperCase(), en.you);

it("puts the order of a vote into words, best first", () => {
  expect(say([2, 1])).toBe("M-1 before M-0");
  expect(say([1, 1])).toBe("M-0 ties with M-1");
  expect(say([3, 1, 1, 4])).toBe("M-1 ties with M-2 before M-0 before M-3");
});

it("says of a vote for the best alone no more than that", () => {
  expect(say([2, 1, 2], true)).toBe("M-1 is the best of M-0, M-2");
});
