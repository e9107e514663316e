import { type Random, randomFrom } from "../../random.ts";
import { gradientNoise } from "../algorithms/noise.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { distance, lerp, type Point, sheetSize } from "../drawing/geometry.ts";
import { Pen } from "../drawing/pen.ts";
import { passepartout, path, picture } from "../drawing/svg.ts";

/*
 * Multi-scale Truchet tiles (Carlson, "Multi-Scale Truchet Patterns", Bridges 2018): a tile may be replaced
 * by four of half the size with the two colours exchanged, and the round wings of the tiles make the bands
 * meet across sizes. Straight bands and crossings join the arcs of Smith's tile.
 */

interface Tile {
  x: number;
  y: number;
  size: number;
  level: number;
}

const columns = 5;
const deepest = 2;

/** Bands that wander over the sheet, finer where the brief is restless or dense. */
export const truchetTiles: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const tiles = tilesFor(brief);
  const [dark, light] = [brief.palette.ground, brief.palette.inks[brief.order > 0.6 ? 3 : 4]];
  const marks: string[] = [];
  for (let level = 0; level <= deepest; level++) {
    const layer = tiles.filter((tile) => tile.level === level);
    const [ground, band] = level % 2 === 0 ? [dark, light] : [light, dark];
    marks.push(...drawLayer(layer, ground, band, brief, random));
  }
  return picture(dark, [...marks, passepartout(dark, 30)]);
};

function tilesFor(brief: Brief): Tile[] {
  const size = sheetSize / columns;
  const noise = gradientNoise(brief.seed + 5);
  const focus = { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  const split = (tile: Tile): Tile[] => {
    const middle = { x: tile.x + tile.size / 2, y: tile.y + tile.size / 2 };
    const restless = energyAt(brief, middle.y / sheetSize) - 0.5 + 0.5 * (brief.density - 0.5);
    const near = 0.5 * Math.exp(-((distance(middle, focus) / 220) ** 2));
    const wish = 0.7 * restless + near + noise(middle.x / 170, middle.y / 170) - 0.12;
    if (tile.level === deepest || wish < 0.3 * tile.level) return [tile];
    return quarters(tile).flatMap(split);
  };
  const whole = Array.from({ length: columns * columns }, (_, i) => ({
    x: (i % columns) * size,
    y: Math.floor(i / columns) * size,
    size,
    level: 0,
  }));
  return whole.flatMap(split);
}

function quarters({ x, y, size, level }: Tile): Tile[] {
  const half = size / 2;
  return [0, 1, 2, 3].map((i) => ({
    x: x + (i % 2) * half,
    y: y + Math.floor(i / 2) * half,
    size: half,
    level: level + 1,
  }));
}

function drawLayer(
  tiles: readonly Tile[],
  ground: string,
  band: string,
  brief: Brief,
  random: Random,
): string[] {
  const size = tiles[0]?.size ?? 0;
  const [squares, corners, middles, arcs] = [new Pen(), new Pen(), new Pen(), new Pen()];
  const drawn = new Set<string>();
  const once = (pen: Pen, at: Point) => {
    const key = `${at.x.toFixed(1)} ${at.y.toFixed(1)}`;
    if (!drawn.has(key)) pen.dot(at);
    drawn.add(key);
  };
  for (const tile of tiles) {
    squares.polygon(cornersOf(tile));
    for (const corner of cornersOf(tile)) once(corners, corner);
    for (const middle of middlesOf(tile)) once(middles, middle);
    drawBands(arcs, tile, brief.order, random);
  }
  const marks = [
    path(squares.data, { fill: ground }),
    path(corners.data, { stroke: ground, width: (2 * size) / 3 }),
    path(middles.data, { stroke: band, width: size / 3 }),
    path(arcs.data, { stroke: band, width: size / 3 }),
  ];
  // A line along the bands; the smallest are too fine for it.
  if (size > 50) marks.push(path(arcs.data, { stroke: brief.palette.accent, width: size / 36 }));
  return marks;
}

function cornersOf({ x, y, size }: Tile): Point[] {
  return [
    { x, y },
    { x: x + size, y },
    { x: x + size, y: y + size },
    { x, y: y + size },
  ];
}

function middlesOf({ x, y, size }: Tile): [Point, Point, Point, Point] {
  const half = size / 2;
  return [
    { x: x + half, y },
    { x: x + size, y: y + half },
    { x: x + half, y: y + size },
    { x, y: y + half },
  ];
}

function drawBands(pen: Pen, tile: Tile, order: number, random: Random): void {
  const [top, right, bottom, left] = middlesOf(tile);
  const radius = tile.size / 2;
  const kind = random();
  if (kind < lerp(0.06, 0.16, order)) {
    pen.move(top).line(bottom).move(left).line(right);
  } else if (kind < 0.55) {
    pen.move(top).arc(radius, right, false).move(left).arc(radius, bottom, true);
  } else {
    pen.move(top).arc(radius, left, true).move(right).arc(radius, bottom, false);
  }
}
