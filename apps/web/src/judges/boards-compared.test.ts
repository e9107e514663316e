import type { Leaderboard } from "@agon/contract";
import { expect, it } from "vitest";
import { comparedRanks } from "./boards-compared.tsx";

const board = (ranks: Record<string, number | null>): Leaderboard =>
  ({
    models: Object.entries(ranks).map(([slug, rank]) => ({
      model: { slug, name: slug.toUpperCase() },
      rating: rank === null ? null : 1000 - rank,
      rank: rank ?? 9,
    })),
  }) as unknown as Leaderboard;

it("puts the models first on which people and machines disagree most", () => {
  const rows = comparedRanks(board({ a: 1, b: 2, c: 3 }), board({ a: 1, b: 3, c: 9 }));
  expect(rows.map(({ slug }) => slug)).toEqual(["c", "b", "a"]);
});

it("leaves out models that one of the boards does not rate", () => {
  expect(comparedRanks(board({ a: 1, b: null }), board({ a: null, b: 1 }))).toEqual([]);
});
