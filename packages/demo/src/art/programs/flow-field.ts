import { randomFrom } from "../../random.ts";
import { fractalNoise } from "../algorithms/noise.ts";
import { Occupancy } from "../algorithms/occupancy.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, clamp, distance, lerp, onSheet, type Point, polar, sheetSize } from "../drawing/geometry.ts";
import { PaintBox, passepartout, picture } from "../drawing/svg.ts";

/*
 * Evenly spaced streamlines (Jobard & Lefer, "Creating Evenly-Spaced Streamlines of Arbitrary Density", 1997)
 * through a field of angles. Seeds are thrown at random instead of grown from finished lines.
 */

const stepLength = 5;
const pointEvery = 4;
const longestLine = 150;
const tries = 5200;

/** Streamlines that follow the direction of the brief, the more restless the more they turn. */
export const flowField: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const angleAt = angleField(brief);
  const spacing = lerp(21, 13.5, brief.density);
  const taken = new Occupancy(spacing);
  const tone = fractalNoise(brief.seed + 7, 2);
  const box = new PaintBox();
  for (let i = 0; i < tries; i++) {
    const seed = { x: random() * sheetSize, y: random() * sheetSize };
    const line = streamline(seed, angleAt, taken);
    if (line.length < 7) continue;
    taken.add(line);
    const light = clamp(0.5 + 0.9 * tone(seed.x / 260, seed.y / 260) + 0.35 * (random() - 0.5), 0, 1);
    const width = spacing * lerp(0.16, 0.56, clamp(0.5 + tone(seed.x / 190 + 9, seed.y / 190), 0, 1));
    const colour = random() < 0.03 ? brief.palette.accent : shade(brief.palette, light, 10);
    const points = line.filter((_, at) => at % pointEvery === 0 || at === line.length - 1);
    box.pen({ stroke: colour, width: Math.round(width * 2) / 2 }).smooth(points);
  }
  return picture(brief.palette.ground, [...box.marks(), passepartout(brief.palette.ground, 34)]);
};

function angleField(brief: Brief): (place: Point) => number {
  const noise = fractalNoise(brief.seed, 2);
  const middle = { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  return (place) => {
    const energy = energyAt(brief, place.y / sheetSize);
    const bend = noise(place.x / 330, place.y / 330) * lerp(0.6, 4.2, energy);
    if (brief.folds > 1) return petalAngle(place, brief.folds) + 0.3 * bend;
    const away = distance(place, middle) / sheetSize;
    const swirl = clamp(2.6 * (energy - 0.45), 0, 1) * Math.exp(-((away / 0.24) ** 2));
    const around = Math.atan2(place.y - middle.y, place.x - middle.x) + 1.4;
    return blended(brief.direction + bend, around, swirl);
  };
}

/** The angle of the arrow a share `t` of the way from one arrow to another; angles alone would jump at a full turn. */
function blended(from: number, to: number, t: number): number {
  const y = lerp(Math.sin(from), Math.sin(to), t);
  return Math.atan2(y, lerp(Math.cos(from), Math.cos(to), t));
}

/** Around the centre, swaying out and in as often as the picture has folds. */
function petalAngle(place: Point, folds: number): number {
  const around = Math.atan2(place.y - centre.y, place.x - centre.x);
  return around + Math.PI / 2 + 0.9 * Math.sin(folds * around + distance(place, centre) / 70);
}

function streamline(seed: Point, angleAt: (place: Point) => number, taken: Occupancy): Point[] {
  if (!taken.free(seed)) return [];
  const back = walk(seed, angleAt, taken, -1);
  return [...back.reverse(), seed, ...walk(seed, angleAt, taken, 1)];
}

function walk(from: Point, angleAt: (place: Point) => number, taken: Occupancy, sense: 1 | -1): Point[] {
  const points: Point[] = [];
  let place = from;
  while (points.length < longestLine / 2) {
    place = polar(place, angleAt(place), sense * stepLength);
    if (!onSheet(place) || !taken.free(place, 0.6)) break;
    points.push(place);
  }
  return points;
}
