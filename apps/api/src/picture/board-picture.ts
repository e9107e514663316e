import type { BoardRow, Leaderboard } from "@agon/contract";
import { type Canvas, fillCircle, fillRect } from "./canvas.ts";
import { margin, newSheet, palette, pictureSize } from "./sheet.ts";
import { drawText, fitText, textWidth } from "./text.ts";

const rowsShown = 8;
const firstLine = 206;
const step = 47;
const nameAt = 168;
const nameWidth = 380;
const axisAt = 580;
const axisWidth = 430;

const serif = { face: "serif", size: 27, colour: palette.ink } as const;
const quiet = { face: "sans", size: 21, colour: palette.muted } as const;
const figures = { face: "sans", size: 26, colour: palette.ink } as const;

/** Where ratings stand between the two ends of the axis. */
function axisOf(rows: readonly BoardRow[]): (rating: number) => number {
  const ends = rows.flatMap(({ lower, upper, rating }) =>
    [lower, upper, rating].filter((end) => end !== null),
  );
  const low = Math.min(...ends);
  const span = Math.max(...ends) - low || 1;
  return (rating) => axisAt + (axisWidth * (rating - low)) / span;
}

const rankText = ({ rating, rank_lower: low, rank_upper: high }: BoardRow): string =>
  rating === null ? "–" : low === high ? `${low}` : `${low}–${high}`;

function drawRow(canvas: Canvas, row: BoardRow, line: number, axis: (rating: number) => number): void {
  const centre = line - 9;
  drawText(canvas, rankText(row), margin + 22, line, quiet);
  drawText(canvas, fitText(row.model.name, serif, nameWidth), nameAt, line, serif);
  if (row.rating === null) return;
  const [start, end] = [axis(row.lower ?? row.rating), axis(row.upper ?? row.rating)];
  fillRect(canvas, start, centre - 1.5, end - start, 3, palette.muted);
  fillCircle(canvas, axis(row.rating), centre, 8, palette.ink);
  const rating = String(Math.round(row.rating));
  drawText(canvas, rating, pictureSize.width - margin - textWidth(rating, figures), line, figures);
}

/** A bracket at the left edge joins neighbours that share a rank. */
function drawShared(canvas: Canvas, rows: readonly BoardRow[]): void {
  for (const [at, row] of rows.entries()) {
    const above = rows[at - 1];
    if (!above || row.rating === null || above.rating === null || above.rank !== row.rank) continue;
    const centre = firstLine + at * step - 9;
    fillRect(canvas, margin, centre - step, 2, step, palette.ink);
    for (const y of [centre - step, centre - 2]) fillRect(canvas, margin, y, 10, 2, palette.ink);
  }
}

/** The top of a board: ranks, names, intervals on a common axis, ratings. */
export function drawBoard(title: string, board: Leaderboard): Canvas {
  const votes = `${board.votes.toLocaleString("en")} counted ${board.votes === 1 ? "vote" : "votes"}`;
  const canvas = newSheet(title, `Leaderboard · ${board.models.length} models · ${votes}`);
  const rows = board.models.slice(0, rowsShown);
  const axis = axisOf(rows);
  drawShared(canvas, rows);
  for (const [at, row] of rows.entries()) {
    const line = firstLine + at * step;
    if (at > 0)
      fillRect(canvas, nameAt, line - step + 14, pictureSize.width - margin - nameAt, 1, palette.line);
    drawRow(canvas, row, line, axis);
  }
  return canvas;
}
