import { itemAt } from "../../item-at.ts";
import { distance, lerp, type Point } from "../drawing/geometry.ts";

/** The places of a convex region that are nearer to `site` than to any other site: a convex polygon. */
export function voronoiCell(site: Point, sites: readonly Point[], region: readonly Point[]): Point[] {
  let cell = [...region];
  let reach = farthest(cell, site);
  for (const other of sites) {
    // A site more than twice as far away as the farthest corner cuts nothing off.
    if (other === site || distance(site, other) / 2 > reach) continue;
    cell = cut(cell, (point) => depthBehindBisector(point, site, other));
    reach = farthest(cell, site);
  }
  return cell;
}

/** A convex polygon with every edge moved inwards; without corners where nothing is left. */
export function inset(polygon: readonly Point[], by: number): Point[] {
  const middle = middleOf(polygon);
  let rest = [...polygon];
  polygon.forEach((a, i) => {
    const b = itemAt(polygon, (i + 1) % polygon.length);
    const length = distance(a, b);
    // Where four cells meet, rounding leaves an edge that points anywhere.
    if (length < 0.5) return;
    const normal = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
    const across = (point: Point) => (point.x - a.x) * normal.x + (point.y - a.y) * normal.y;
    const side = Math.sign(across(middle));
    rest = cut(rest, (point) => side * across(point) - by);
  });
  return rest;
}

/** The mean of the corners. */
export function middleOf(polygon: readonly Point[]): Point {
  const n = Math.max(1, polygon.length);
  const sum = polygon.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / n, y: sum.y / n };
}

function farthest(polygon: readonly Point[], from: Point): number {
  return Math.max(...polygon.map((corner) => distance(corner, from)));
}

function depthBehindBisector(point: Point, site: Point, other: Point): number {
  const [dx, dy] = [other.x - site.x, other.y - site.y];
  const [mx, my] = [(site.x + other.x) / 2, (site.y + other.y) / 2];
  return ((mx - point.x) * dx + (my - point.y) * dy) / Math.hypot(dx, dy);
}

/** The part of a convex polygon where `depth`, which must be linear, is not negative (Sutherland & Hodgman, 1974). */
function cut(polygon: readonly Point[], depth: (point: Point) => number): Point[] {
  return polygon.flatMap((point, i) => {
    const next = itemAt(polygon, (i + 1) % polygon.length);
    const [here, there] = [depth(point), depth(next)];
    const kept = here >= 0 ? [point] : [];
    if (here >= 0 === there >= 0) return kept;
    const t = here / (here - there);
    return [...kept, { x: lerp(point.x, next.x, t), y: lerp(point.y, next.y, t) }];
  });
}
