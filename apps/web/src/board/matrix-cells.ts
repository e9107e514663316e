import type { Leaderboard } from "@agon/contract";

export interface MatrixCell {
  /** Share of the battles the row stood above the column, ties half; null when they have not met. */
  readonly share: number | null;
  readonly wins: number;
  readonly ties: number;
  readonly games: number;
}

export interface MatrixRow {
  readonly slug: string;
  readonly name: string;
  /** One cell per column, in the order of the rows; null on the diagonal. */
  readonly cells: readonly (MatrixCell | null)[];
}

const cellOf = (wins: number, losses: number, ties: number): MatrixCell => {
  const games = wins + losses + ties;
  return { wins, ties, games, share: games > 0 ? (wins + ties / 2) / games : null };
};

/** The win matrix of a board, in the order of its ranking. */
export function matrixRows(board: Pick<Leaderboard, "models" | "matrix">): MatrixRow[] {
  const { models, wins, ties } = board.matrix;
  const names = new Map(board.models.map((row) => [row.model.slug, row.model.name]));
  const at = (grid: number[][], i: number, j: number) => grid[i]?.[j] ?? 0;
  return models.map((slug, i) => ({
    slug,
    name: names.get(slug) ?? slug,
    cells: models.map((_, j) => (i === j ? null : cellOf(at(wins, i, j), at(wins, j, i), at(ties, i, j)))),
  }));
}

/** The colour step of a cell: 0 = always below, 8 = always above. */
export const heat = (share: number): number => Math.round(share * 8);
