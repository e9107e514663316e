import type { Match } from "@agon/contract";

/** Sizes of the drawing in CSS pixels. */
export const size = {
  cellWidth: 196,
  columnGap: 44,
  /** The line of a cell that says its state. */
  headHeight: 22,
  seatHeight: 28,
  cellGap: 14,
} as const;

interface Cell {
  readonly match: Match;
  readonly column: number;
  /** Top of the cell. */
  readonly y: number;
}

interface Connector {
  readonly from: string;
  readonly to: string;
  /** SVG path from the end edge of one cell to a seat of the next. */
  readonly path: string;
}

export interface TreeLayout {
  readonly cells: readonly Cell[];
  readonly connectors: readonly Connector[];
  readonly width: number;
  readonly height: number;
}

export const cellHeight = (seats: number): number => size.headHeight + seats * size.seatHeight;

const columnX = (column: number): number => column * (size.cellWidth + size.columnGap);

/** The earlier match behind every seat: by the seat's own word, else in the order the matches come. */
function feedersOf(match: Match, children: readonly Match[]): (Match | null)[] {
  const named = match.places.map((place) => children.find((child) => child.id === place.from) ?? null);
  const rest = children.filter((child) => !named.includes(child));
  return named.map((child, i) => child ?? (match.places[i]?.model ? null : (rest.shift() ?? null)));
}

/**
 * Places the matches of one bracket: a column per round, every match at the middle of what leads to it.
 * Any shape of tree works, also one whose branches have different depths (recursive halving of odd fields).
 */
export function treeLayout(matches: readonly Match[]): TreeLayout {
  const rounds = [...new Set(matches.map((match) => match.round))].sort((a, b) => a - b);
  const known = new Set(matches.map((match) => match.id));
  const children = Map.groupBy(matches, (match) =>
    match.feeds !== null && known.has(match.feeds) ? match.feeds : "",
  );
  const middles = new Map<string, number>();
  const links: { child: Match; parent: Match; seat: number }[] = [];
  let bottom = 0;

  const leafSeat = (): number => {
    const middle = bottom + size.seatHeight / 2;
    bottom += size.seatHeight;
    return middle;
  };
  const place = (match: Match): number => {
    const start = bottom;
    const seats = feedersOf(match, children.get(match.id) ?? []).map((child, seat) => {
      if (!child) return leafSeat();
      links.push({ child, parent: match, seat });
      return middles.get(child.id) ?? place(child);
    });
    const missing = cellHeight(match.places.length) + size.cellGap - (bottom - start);
    if (missing > 0) bottom += missing;
    const leaf = links.every((link) => link.parent !== match);
    const middle = leaf ? (start + bottom) / 2 : ((seats[0] ?? start) + (seats.at(-1) ?? start)) / 2;
    middles.set(match.id, middle);
    return middle;
  };
  for (const root of (children.get("") ?? []).toSorted((a, b) => a.position - b.position)) place(root);

  const cells = matches.map((match) => ({
    match,
    column: rounds.indexOf(match.round),
    y: Math.round((middles.get(match.id) ?? 0) - cellHeight(match.places.length) / 2),
  }));
  const byId = new Map(cells.map((cell) => [cell.match.id, cell]));
  const connectors = links.flatMap(({ child, parent, seat }) => {
    const [from, to] = [byId.get(child.id), byId.get(parent.id)];
    return from && to ? [{ from: child.id, to: parent.id, path: connectorPath(from, to, seat) }] : [];
  });
  return {
    cells,
    connectors,
    width: columnX(Math.max(0, rounds.length - 1)) + size.cellWidth,
    height: Math.max(0, bottom - size.cellGap),
  };
}

/** Out of the middle of one cell, then straight to the height of the seat it leads to. */
function connectorPath(from: Cell, to: Cell, seat: number): string {
  const startX = columnX(from.column) + size.cellWidth;
  const startY = from.y + cellHeight(from.match.places.length) / 2;
  const endX = columnX(to.column);
  const endY = to.y + size.headHeight + (seat + 0.5) * size.seatHeight;
  const turnX = endX - size.columnGap / 2;
  return `M${startX} ${startY}H${turnX}V${endY}H${endX}`;
}
