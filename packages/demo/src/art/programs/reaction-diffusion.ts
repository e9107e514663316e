import { randomFrom } from "../../random.ts";
import { contours, type Grid } from "../algorithms/contours.ts";
import { type Rates, react } from "../algorithms/gray-scott.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, distance, lerp, type Point, polar, sheetSize } from "../drawing/geometry.ts";
import { Pen } from "../drawing/pen.ts";
import { passepartout, path, picture } from "../drawing/svg.ts";

const size = 92;
const rounds = 2400;
const levels = [0.14, 0.22, 0.3] as const;
/** The outermost cells repeat those of the opposite side and are not drawn. */
const cellWidth = sheetSize / (size - 3);

/** The outlines of a chemical pattern: spots where the brief is calm, mazes where it is restless. */
export const reactionDiffusion: DrawingProgram = (brief) => {
  const rates = Array.from({ length: size }, (_, y) => ratesFor(energyAt(brief, y / size)));
  const grid = { size, values: react(startOf(brief), rates, rounds) };
  const marks = levels.map((level, i) => path(outline(grid, level), { fill: layerColour(brief, i) }));
  return picture(brief.palette.ground, [...marks, passepartout(brief.palette.ground, 38)]);
};

/** From Pearson's solitary spots to his labyrinths, along a line through the patterns that last. */
function ratesFor(energy: number): Rates {
  return { feed: lerp(0.03, 0.046, energy), kill: lerp(0.0625, 0.0603, energy) };
}

function layerColour({ palette }: Brief, layer: number): string {
  return layer === levels.length - 1 ? palette.accent : shade(palette, layer === 0 ? 0.4 : 0.95);
}

function outline(grid: Grid, level: number): string {
  const pen = new Pen();
  for (const ring of contours(grid, level)) {
    const points = ring.filter((_, i) => ring.length < 12 || i % 2 === 0);
    pen.blob(points.map(({ x, y }) => ({ x: (x - 1) * cellWidth, y: (y - 1) * cellWidth })));
  }
  return pen.data;
}

function startOf(brief: Brief): Float64Array {
  const drops = brief.folds > 1 ? rosette(brief.folds) : scattered(brief);
  return Float64Array.from({ length: size * size }, (_, i) => {
    const cell = { x: ((i % size) - 1) * cellWidth, y: (Math.floor(i / size) - 1) * cellWidth };
    return drops.some((drop) => distance(drop, cell) < drop.radius) ? 0.5 : 0;
  });
}

interface Drop extends Point {
  radius: number;
}

function scattered({ seed, density }: Brief): Drop[] {
  const random = randomFrom(seed);
  return Array.from({ length: Math.round(lerp(12, 46, density)) }, () => ({
    x: random() * sheetSize,
    y: random() * sheetSize,
    radius: lerp(13, 31, random()),
  }));
}

/** Drops in rings around one in the middle, far enough apart that they do not starve each other. */
function rosette(folds: number): Drop[] {
  const rings = [125, 250, 375].flatMap((away, ring) => {
    const room = Math.floor((2 * Math.PI * away) / (folds * 95));
    const angles = Array.from(
      { length: folds * room },
      (_, i) => ((i + ring / 2) * 2 * Math.PI) / (folds * room),
    );
    return angles.map((angle) => ({ ...polar(centre, angle - Math.PI / 2, away), radius: 22 }));
  });
  return [{ ...centre, radius: 30 }, ...rings];
}
