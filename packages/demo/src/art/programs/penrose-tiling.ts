import { randomFrom } from "../../random.ts";
import { type Field, fractalNoise } from "../algorithms/noise.ts";
import {
  deflate,
  golden,
  type RobinsonTriangle,
  spanOf,
  twinApex,
  wheel,
} from "../algorithms/robinson-triangles.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import {
  centre,
  clamp,
  distance,
  lerp,
  midpoint,
  onSheet,
  type Point,
  sheetSize,
} from "../drawing/geometry.ts";
import { PaintBox, passepartout, picture } from "../drawing/svg.ts";

const generations = 7;

/** Penrose's rhombs, which never repeat, around the centre or, for a brief without symmetry, around its focus. */
export const penroseTiling: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const middle = brief.folds > 1 ? centre : { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  const tone = fractalNoise(brief.seed, 2);
  const box = new PaintBox();
  for (const half of tiling(middle, brief)) {
    const place = midpoint(half.b, half.c);
    if (!leads(half) || !onSheet(place, -30)) continue;
    const colour =
      random() < 0.02 ? brief.palette.accent : rhombColour(brief, place, middle, half.thin, tone);
    const paint = { fill: colour, stroke: brief.palette.ground, width: 2 };
    box.pen(paint).polygon([half.apex, half.b, twinApex(half), half.c]);
  }
  return picture(brief.palette.ground, [...box.marks(), passepartout(brief.palette.ground, 34)]);
};

function tiling(middle: Point, brief: Brief): RobinsonTriangle[] {
  const side = lerp(62, 41, brief.density);
  let triangles = wheel(middle, brief.direction, side * golden ** generations);
  for (let i = 0; i < generations; i++) triangles = triangles.flatMap(deflate).filter(nearSheet);
  return triangles;
}

function nearSheet(triangle: RobinsonTriangle): boolean {
  const span = spanOf(triangle);
  return [triangle.apex, triangle.b, triangle.c].some((corner) => onSheet(corner, -span));
}

/** Both halves would draw the same rhomb; the one whose apex is higher, or further left, does. */
function leads(half: RobinsonTriangle): boolean {
  const [{ apex }, twin] = [half, twinApex(half)];
  const level = Math.abs(apex.y - twin.y) < 1e-6;
  return level ? apex.x < twin.x : apex.y < twin.y;
}

function rhombColour(brief: Brief, place: Point, middle: Point, thin: boolean, tone: Field): string {
  const energy = energyAt(brief, place.y / sheetSize);
  const wave = 0.5 - 0.5 * Math.cos(distance(place, middle) / lerp(95, 60, brief.order));
  const cloud = 0.5 + tone(place.x / 230, place.y / 230);
  const value = lerp(wave, cloud, brief.folds > 1 ? 0.15 : clamp(energy + 0.1, 0.25, 0.9));
  return shade(brief.palette, clamp(value * 0.8 + (thin ? 0.2 : 0), 0, 1), 12);
}
