import { randomFrom } from "../../random.ts";
import { type Disc, packDiscs } from "../algorithms/disc-packing.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, distance, lerp, type Point, polar, sheetSize } from "../drawing/geometry.ts";
import { PaintBox, picture } from "../drawing/svg.ts";

/** Discs of every size, rings in the larger ones, the largest around the focus of the brief. */
export const circlePacking: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const { density, folds } = brief;
  const largestAt = (place: Point) => largestRadius(brief, place);
  const wish = {
    count: lerp(170, 380, density),
    smallest: lerp(5, 3.6, density),
    largestAt,
    folds,
    margin: 26,
    gap: 1.6,
  };
  const box = new PaintBox();
  for (const group of packDiscs(wish, random)) {
    const [tone, style] = [random(), random()];
    for (const disc of group) drawDisc(box, brief, disc, tone, style);
  }
  return picture(brief.palette.ground, box.marks());
};

function largestRadius(brief: Brief, place: Point): number {
  const focus = brief.folds > 1 ? centre : { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  const near = Math.exp(-((distance(place, focus) / 260) ** 2));
  const calm = 1 - energyAt(brief, place.y / sheetSize);
  return lerp(16, 34, calm) + near * lerp(60, 120, calm);
}

function drawDisc(
  box: PaintBox,
  { palette, direction }: Brief,
  disc: Disc,
  tone: number,
  style: number,
): void {
  const colour = tone > 0.95 ? palette.accent : shade(palette, tone, 9);
  const other = shade(palette, (tone + 0.5) % 1, 9);
  const { radius } = disc;
  if (style < 0.18 && radius > 8) {
    rings(box, disc, radius - 1, 5, colour);
    return;
  }
  box.pen({ fill: colour }).circle(disc, radius);
  if (radius < 14 || style >= 0.8) return;
  if (style < 0.5) rings(box, disc, radius - 5, 7, other);
  else box.pen({ fill: other }).circle(polar(disc, direction, radius * 0.3), radius * 0.62);
}

function rings(box: PaintBox, middle: Point, outermost: number, step: number, colour: string): void {
  for (let r = outermost; r > 3; r -= step) box.pen({ stroke: colour, width: 1.8 }).circle(middle, r);
}
