// A board as text: a table whose intervals are drawn on one common scale.
import { table } from "../table.ts";
import type { Board, BoardModel } from "./board.ts";

const drawnWidth = 30;

interface Scale {
  readonly low: number;
  readonly high: number;
}

function scaleOf(models: readonly BoardModel[]): Scale {
  const ends = models.flatMap(({ rating, lower, upper }) =>
    [rating, lower, upper].filter((end) => end !== null),
  );
  const low = ends.reduce((least, end) => Math.min(least, end), Number.POSITIVE_INFINITY);
  const high = ends.reduce((most, end) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  return { low, high };
}

/** The column, from 0, of a value on the scale. */
function columnOf(value: number, { low, high }: Scale): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return Math.round(share * (drawnWidth - 1));
}

/** `├───●──┤` at its place on the scale, or `●` alone without an interval. */
function drawnInterval({ rating, lower, upper }: BoardModel, scale: Scale): string {
  if (rating === null) return "";
  const cells = Array.from({ length: drawnWidth }, () => " ");
  if (lower !== null && upper !== null) {
    const [from, to] = [columnOf(lower, scale), columnOf(upper, scale)];
    for (let at = from; at <= to; at += 1) cells[at] = "─";
    cells[from] = "├";
    cells[to] = "┤";
  }
  cells[columnOf(rating, scale)] = "●";
  return cells.join("").trimEnd();
}

const points = (value: number | null): string => (value === null ? "–" : value.toFixed(1));

const places = ({ rank_lower: best, rank_upper: worst }: BoardModel): string =>
  best === worst ? `${best}` : `${best}–${worst}`;

function rowOf(model: BoardModel, scale: Scale): string[] {
  const { lower, upper, wins, losses, ties } = model;
  const interval = lower === null || upper === null ? "" : `${points(lower)} … ${points(upper)}`;
  const record = [wins, losses, ties, model.games].map(String);
  return [places(model), model.model, points(model.rating), interval, drawnInterval(model, scale), ...record];
}

/** The board as lines of text. */
export function boardText(board: Board): string {
  const scale = scaleOf(board.models);
  const rows = board.models.map((model) => rowOf(model, scale));
  const columns = [
    { title: "rank", align: "right" },
    { title: "model", align: "left" },
    { title: "rating", align: "right" },
    { title: "95 % interval", align: "right" },
    { title: "", align: "left" },
    { title: "won", align: "right" },
    { title: "lost", align: "right" },
    { title: "tied", align: "right" },
    { title: "games", align: "right" },
  ] as const;
  const title = `${board.method}, ${board.votes.toLocaleString("en")} votes, ${board.models.length} models`;
  const state = board.converged ? [] : ["The fit has not converged."];
  return [title, "", ...table(columns, rows), ...state].join("\n");
}
