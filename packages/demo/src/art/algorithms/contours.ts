import { itemAt } from "../../item-at.ts";
import type { Point } from "../drawing/geometry.ts";

/*
 * Marching squares: every cell of the grid is crossed by the level in up to two segments between its edges.
 * Edges are numbered so that neighbouring cells share them, and the segments, laid with the high side on
 * their right, link up into closed rings. The outside of the grid counts as low.
 */

/** Values on a square grid, row by row; a grid of n x n values has points from (0, 0) to (n - 1, n - 1). */
export interface Grid {
  size: number;
  values: ArrayLike<number>;
}

/** The outlines of all places above `level`, each a closed ring of points in grid units. */
export function contours(grid: Grid, level: number): Point[][] {
  const next = new Map<number, number>();
  for (let y = -1; y < grid.size; y++) {
    for (let x = -1; x < grid.size; x++) linkCell(grid, level, x, y, next);
  }
  const rings: Point[][] = [];
  while (next.size > 0) {
    const ring = takeRing(next);
    if (ring.length > 3) rings.push(ring.map((edge) => crossing(grid, level, edge)));
  }
  return rings;
}

function takeRing(next: Map<number, number>): number[] {
  const ring: number[] = [];
  let edge = next.keys().next().value;
  while (edge !== undefined) {
    const following = next.get(edge);
    if (following === undefined) break;
    next.delete(edge);
    ring.push(edge);
    edge = following;
  }
  return ring;
}

function valueAt({ size, values }: Grid, x: number, y: number): number {
  return x < 0 || y < 0 || x >= size || y >= size ? Number.NEGATIVE_INFINITY : itemAt(values, y * size + x);
}

/** Each edge has the number of its upper or left end, twice, plus 1 if it runs down. */
function edgeId({ size }: Grid, x: number, y: number, down: 0 | 1): number {
  return ((y + 1) * (size + 2) + x + 1) * 2 + down;
}

function linkCell(grid: Grid, level: number, x: number, y: number, next: Map<number, number>): void {
  const high = (dx: number, dy: number) => valueAt(grid, x + dx, y + dy) > level;
  const [nw, ne, se, sw] = [high(0, 0), high(1, 0), high(1, 1), high(0, 1)];
  // The four edges clockwise, each with the corner before and after it.
  const edges = [
    { id: edgeId(grid, x, y, 0), from: nw, to: ne },
    { id: edgeId(grid, x + 1, y, 1), from: ne, to: se },
    { id: edgeId(grid, x, y + 1, 0), from: se, to: sw },
    { id: edgeId(grid, x, y, 1), from: sw, to: nw },
  ];
  edges.forEach((entry, i) => {
    if (entry.from || !entry.to) return;
    // Entering the high side here; it is left at the next edge, clockwise, that goes from high to low.
    const turn = [1, 2, 3].find((step) => {
      const edge = itemAt(edges, (i + step) % 4);
      return edge.from && !edge.to;
    });
    if (turn !== undefined) next.set(itemAt(edges, (i + turn) % 4).id, entry.id);
  });
}

function crossing(grid: Grid, level: number, edge: number): Point {
  const down = edge % 2;
  const place = (edge - down) / 2;
  const width = grid.size + 2;
  const [x, y] = [(place % width) - 1, Math.floor(place / width) - 1];
  const [a, b] = [valueAt(grid, x, y), valueAt(grid, x + 1 - down, y + down)];
  const t = Number.isFinite(a) && Number.isFinite(b) ? (level - a) / (b - a) : Number.isFinite(a) ? 0 : 1;
  return down === 1 ? { x, y: y + t } : { x: x + t, y };
}
