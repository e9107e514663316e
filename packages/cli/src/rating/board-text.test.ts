import { expect, test } from "vitest";
import type { Board } from "./board.ts";
import { boardText } from "./board-text.ts";

const row = (model: string, rating: number | null, half: number | null, ranks: [number, number]) => ({
  model,
  rating,
  lower: rating === null || half === null ? null : rating - half,
  upper: rating === null || half === null ? null : rating + half,
  rank: ranks[0],
  rank_lower: ranks[0],
  rank_upper: ranks[1],
  games: 3,
  wins: 2,
  losses: 1,
  ties: 0,
});

const board: Board = {
  method: "bradley-terry",
  votes: 12_345,
  models: [row("alpha", 1100, 50, [1, 2]), row("한국", 1050, 100, [1, 2]), row("omega", 900, 0, [3, 3])],
  converged: true,
  warnings: [],
};

test("intervals are drawn on one scale, and wide letters keep the columns straight", () => {
  expect(boardText(board)).toBe(
    [
      "bradley-terry, 12,345 votes, 3 models",
      "",
      "rank  model  rating    95 % interval                                  won  lost  tied  games",
      " 1–2  alpha  1100.0  1050.0 … 1150.0                   ├─────●─────┤    2     1     0      3",
      " 1–2  한국   1050.0   950.0 … 1150.0        ├──────────●───────────┤    2     1     0      3",
      "   3  omega   900.0    900.0 … 900.0  ●                                 2     1     0      3",
    ].join("\n"),
  );
});

test("without intervals only the ratings are drawn, and a fit that failed says so", () => {
  const text = boardText({ ...board, converged: false, models: [row("a", 1000, null, [1, 1])] });
  expect(text).toContain("●");
  expect(text).not.toContain("95 %  ├");
  expect(text).toContain("has not converged");
});
