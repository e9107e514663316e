// A bracket drawn with characters, from left to right:
//
//   lead     ┐
//            ├ lead   ┐
//   random   ┘        │
//                     ├ lead
//   textrank ┐        │
//            ├ ...
import { padded } from "../table.ts";
import { type BracketNode, depthOf } from "./bracket.ts";

export interface TextSize {
  readonly columns: number;
  readonly rows: number;
}

const nameWidths = { least: 8, most: 22 } as const;
const gap = 3;

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Drawn {
  /** The row of the entrant or winner that goes on. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly nextRow: number;
}

const short = (name: string, width: number): string =>
  name.length <= width ? name : `${name.slice(0, width - 1)}…`;

interface Layout {
  /** The column of a match's winner, by its depth. */
  columnOf(depth: number): number;
  readonly nameWidth: number;
}

function entrant(node: BracketNode, place: number, depth: number, row: number, layout: Layout): Drawn {
  const model = node.match.places[place]?.model;
  const text = short(model?.name ?? "…", layout.nameWidth);
  return { row, cells: [{ row, column: layout.columnOf(depth - 1), text }], nextRow: row + 2 };
}

function winnerOf({ match }: BracketNode): string {
  const [winner] = match.winners;
  const model = match.places.find((place) => place.model?.slug === winner)?.model;
  if (model !== undefined && model !== null) return model.name;
  return match.status === "ready" ? "◌" : "…";
}

/** The lines that lead from the places to the winner. */
function connector(rows: readonly number[], row: number, column: number): Cell[] {
  const [top = row, bottom = row] = [rows[0], rows.at(-1)];
  const cells: Cell[] = [];
  for (let at = top; at <= bottom; at += 1) {
    const isEnd = rows.includes(at);
    const text = at === row ? "├" : at === top ? "┐" : at === bottom ? "┘" : isEnd ? "┤" : "│";
    cells.push({ row: at, column, text });
  }
  return cells;
}

function draw(node: BracketNode, depth: number, firstRow: number, layout: Layout): Drawn {
  const parts: Drawn[] = [];
  let row = firstRow;
  for (const [place, child] of node.children.entries()) {
    const part =
      child === null || depth === 1
        ? entrant(node, place, depth, row, layout)
        : draw(child, depth - 1, row, layout);
    parts.push(part);
    row = part.nextRow;
  }
  const rows = parts.map((part) => part.row);
  const middle = Math.floor(((rows[0] ?? firstRow) + (rows.at(-1) ?? firstRow)) / 2);
  const column = layout.columnOf(depth);
  const name = { row: middle, column, text: short(winnerOf(node), layout.nameWidth) };
  const lines = connector(rows, middle, column - 2);
  return { row: middle, cells: [...parts.flatMap(({ cells }) => cells), ...lines, name], nextRow: row };
}

function rendered(cells: readonly Cell[]): string[] {
  const height = cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  return Array.from({ length: height }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .reduce((line, { column, text }) => `${padded(line, column, "left")}${text}`, "")
      .trimEnd(),
  );
}

const leavesAt = (node: BracketNode, depth: number): number =>
  node.children.reduce(
    (sum, child) => sum + (child === null || depth === 1 ? 1 : leavesAt(child, depth - 1)),
    0,
  );

/** The rounds that fit, counted from the final; at least the final itself. */
function fittingDepth(node: BracketNode, { columns, rows }: TextSize): number {
  for (let depth = depthOf(node); depth > 1; depth -= 1) {
    const isNarrow = (depth + 1) * (nameWidths.least + gap) <= columns;
    if (isNarrow && leavesAt(node, depth) * 2 - 1 <= rows) return depth;
  }
  return 1;
}

/** The bracket as lines of text: as many rounds before the final as fit into the size. */
export function bracketText(root: BracketNode, size: TextSize): string[] {
  const depth = fittingDepth(root, size);
  const room = Math.floor(size.columns / (depth + 1)) - gap;
  const nameWidth = Math.max(nameWidths.least, Math.min(nameWidths.most, room));
  const layout: Layout = { nameWidth, columnOf: (level) => level * (nameWidth + gap) };
  return rendered(draw(root, depth, 0, layout).cells);
}
