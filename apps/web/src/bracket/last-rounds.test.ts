import { expect, it } from "vitest";
import { lastRounds } from "./last-rounds.ts";
import { aMatch } from "./match-fixture.ts";

const round = (bracket: "main" | "third", n: number, matches: number) => ({
  bracket,
  round: n,
  matches: Array.from({ length: matches }, (_, i) => aMatch(`${n}.${i}`, { round: n })),
});

it("keeps the rounds near the final, in their order", () => {
  const rounds = [round("main", 4, 1), round("main", 1, 8), round("main", 2, 4), round("main", 3, 2)];
  expect(lastRounds(rounds, 4).map((one) => one.round)).toEqual([2, 3, 4]);
});

it("leaves out the match for the third place", () => {
  expect(lastRounds([round("main", 1, 1), round("third", 1, 1)], 4)).toHaveLength(1);
});
