import { expect, it } from "vitest";
import { heat, matrixRows } from "./matrix-cells.ts";

const named = (slug: string) => ({ model: { slug, name: slug.toUpperCase() } }) as never;

const board = {
  models: [named("b"), named("a")],
  matrix: {
    models: ["b", "a"],
    wins: [
      [0, 6],
      [1, 0],
    ],
    ties: [
      [0, 2],
      [2, 0],
    ],
  },
};

it("counts ties half and mirrors the pair", () => {
  const [b, a] = matrixRows(board);
  expect(b?.cells[1]).toEqual({ wins: 6, ties: 2, games: 9, share: 7 / 9 });
  expect(a?.cells[0]).toEqual({ wins: 1, ties: 2, games: 9, share: 2 / 9 });
});

it("leaves the diagonal empty", () => {
  expect(matrixRows(board)[0]?.cells[0]).toBeNull();
});

it("has no share for models that have not met", () => {
  const strangers = {
    ...board,
    matrix: {
      ...board.matrix,
      wins: [
        [0, 0],
        [0, 0],
      ],
      ties: [
        [0, 0],
        [0, 0],
      ],
    },
  };
  expect(matrixRows(strangers)[0]?.cells[1]?.share).toBeNull();
});

it("has nine steps of colour with equality in the middle", () => {
  expect([0, 0.5, 1].map(heat)).toEqual([0, 4, 8]);
});
