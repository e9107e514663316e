import { type Random, randomFrom } from "../../random.ts";
import { gradientNoise } from "../algorithms/noise.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, lerp, type Point, polar, sheetSize } from "../drawing/geometry.ts";
import { PaintBox, picture } from "../drawing/svg.ts";

/*
 * Vogel's model of the sunflower ("A better way to construct the sunflower head", Mathematical Biosciences
 * 44, 1979): seed n stands at n times the golden angle, at a distance of sqrt(n).
 */

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const radius = 348;

/** A flower head of petals, florets or seeds, loosened where the brief is restless. */
export const phyllotaxis: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const count = Math.round(lerp(260, 560, brief.density));
  const wobble = gradientNoise(brief.seed + 2);
  const box = new PaintBox();
  // From the outside in, so that inner petals lie on outer ones.
  for (let n = count; n >= 1; n--) {
    const out = Math.sqrt(n / count);
    const angle = n * goldenAngle + brief.direction;
    const place = loosened(polar(centre, angle, out * radius), brief, wobble);
    const size = (radius / Math.sqrt(count)) * lerp(0.6, 1.6, out);
    drawFloret(box, brief, { place, angle, size, out, n }, random);
  }
  return picture(brief.palette.ground, box.marks());
};

interface Floret {
  place: Point;
  angle: number;
  /** Half its length in sheet units. */
  size: number;
  /** 0 the middle, 1 the rim. */
  out: number;
  n: number;
}

function loosened(place: Point, brief: Brief, wobble: (x: number, y: number) => number): Point {
  const energy = energyAt(brief, place.y / sheetSize);
  const push = 70 * Math.max(0, energy - 0.45);
  return {
    x: place.x + push * wobble(place.x / 160, place.y / 160),
    y: place.y + push * wobble(place.x / 160 + 40, place.y / 160),
  };
}

function drawFloret(box: PaintBox, brief: Brief, floret: Floret, random: Random): void {
  const { place, angle, size, out, n } = floret;
  // Parastichies are the spirals the eye sees; counting by one of their numbers colours whole arms.
  const arms = brief.folds > 1 ? brief.folds : brief.order > 0.6 ? 13 : 21;
  const arm = (n % arms) / arms;
  const tone = 0.5 + 0.5 * Math.sin(arm * 2 * Math.PI + out * 5);
  const colour = random() < 0.03 ? brief.palette.accent : shade(brief.palette, lerp(tone, out, 0.35), 12);
  const energy = energyAt(brief, place.y / sheetSize);
  if (energy > 0.62) box.pen({ fill: colour }).circle(place, size * lerp(0.3, 0.85, random()));
  else petal(box, place, angle, size, colour, brief);
}

function petal(box: PaintBox, place: Point, angle: number, size: number, colour: string, brief: Brief): void {
  const [tip, foot] = [polar(place, angle, size * 1.25), polar(place, angle + Math.PI, size * 0.9)];
  const [left, right] = [polar(place, angle + 1.57, size * 0.95), polar(place, angle - 1.57, size * 0.95)];
  const paint = { fill: colour, stroke: brief.palette.ground, width: 1.2 };
  box.pen(paint).move(foot).curve(left, tip).curve(right, foot);
}
