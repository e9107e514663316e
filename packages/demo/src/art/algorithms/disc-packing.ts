import type { Random } from "../../random.ts";
import { centre, distance, type Point, rotated, sheetSize } from "../drawing/geometry.ts";

/** A disc on the sheet. */
export interface Disc extends Point {
  radius: number;
}

/** What a packing should look like; lengths are in sheet units. */
export interface PackingWish {
  /** About how many discs; fewer where no room is left. */
  count: number;
  smallest: number;
  /** The largest radius allowed around a place. */
  largestAt: (place: Point) => number;
  /** How many copies of each disc are turned about the centre. */
  folds: number;
  /** Kept free along the edge of the sheet. */
  margin: number;
  /** Kept free between two discs. */
  gap: number;
}

const throws = 9000;

/**
 * Random packing: a disc is thrown at a random place with the largest radius that touches nothing, and dropped
 * if that is too small. The turned copies of a disc come as one group and are thrown at once.
 */
export function packDiscs(wish: PackingWish, random: Random): Disc[][] {
  const discs: Disc[] = [];
  const groups: Disc[][] = [];
  for (let i = 0; i < throws && discs.length < wish.count; i++) {
    const copies = turnedCopies({ x: random() * sheetSize, y: random() * sheetSize }, wish.folds);
    const room = Math.min(...copies.map((copy) => roomAt(copy, discs, copies, wish)));
    const radius = Math.min(
      room,
      ...copies.map(wish.largestAt).map((largest) => largest * (0.45 + 0.55 * random())),
    );
    if (radius < wish.smallest) continue;
    const group = copies.map((copy) => ({ ...copy, radius }));
    discs.push(...group);
    groups.push(group);
  }
  return groups;
}

function turnedCopies(place: Point, folds: number): Point[] {
  return Array.from({ length: folds }, (_, i) => rotated(place, centre, (i * 2 * Math.PI) / folds));
}

function roomAt(
  place: Point,
  discs: readonly Disc[],
  copies: readonly Point[],
  { margin, gap }: PackingWish,
): number {
  const edge = Math.min(place.x, place.y, sheetSize - place.x, sheetSize - place.y) - margin;
  const toCopies = copies.filter((copy) => copy !== place).map((copy) => (distance(copy, place) - gap) / 2);
  const toDiscs = discs.map((disc) => distance(disc, place) - disc.radius - gap);
  return Math.min(edge, ...toCopies, ...toDiscs);
}
