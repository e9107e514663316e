import { type Random, randomFrom } from "../../random.ts";
import { type PlantSketch, plantWord, sketchPlant } from "../algorithms/plant-grammar.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, lerp, type Point, polar, rotated, sheetSize } from "../drawing/geometry.ts";
import { circle, dots, PaintBox, picture } from "../drawing/svg.ts";

const generations = 4;

/** Where and how large a plant is drawn; `depth` is 0 far and 1 near. */
interface Place {
  foot: Point;
  heading: number;
  length: number;
  depth: number;
}

/** A stand of plants that lean with the direction of the brief and flower at the tips; a wreath if it has folds. */
export const lSystem: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const grown = () =>
    sketchPlant(plantWord(generations, random), lerp(0.28, 0.5, energyAt(brief, 0.5)), 0.25, random);
  const marks: string[] = [];
  if (brief.folds > 1) {
    const sketch = grown();
    for (const place of wreath(brief.folds)) marks.push(...draw(sketch, place, brief, random));
  } else {
    marks.push(heavenlyBody(brief));
    for (const place of stand(brief, random)) marks.push(...draw(grown(), place, brief, random));
  }
  return picture(brief.palette.ground, marks);
};

/** A pale disc where the weight of the picture lies, behind everything. */
function heavenlyBody({ focus, palette, energy }: Brief): string {
  const place = { x: focus.x * sheetSize, y: Math.min(focus.y, 0.42) * sheetSize };
  return circle(place, lerp(150, 90, energy.above), { fill: shade(palette, 0.12) });
}

function stand({ density, direction }: Brief, random: Random): Place[] {
  const count = Math.round(lerp(6, 13, density));
  const hanging = Math.sin(direction) > 0.5;
  const upright = hanging
    ? Math.PI / 2 - 0.4 * Math.cos(direction)
    : -Math.PI / 2 + 0.4 * Math.cos(direction);
  return Array.from({ length: count }, (_, i) => {
    const depth = (i + 1) / count;
    // Steps of the golden section spread the feet evenly in any number.
    const x = 50 + 700 * ((0.3 + i * 0.618034 + random() * 0.06) % 1) - 60 * Math.cos(direction);
    const length = lerp(430, 820, random()) * lerp(1.05, 0.75, depth);
    const heading = upright + (random() - 0.5) * 0.2;
    return { foot: { x, y: hanging ? -6 : sheetSize + 6 }, heading, length, depth };
  });
}

function wreath(folds: number): Place[] {
  const count = folds < 8 ? folds * 2 : folds;
  return Array.from({ length: count }, (_, i) => {
    const heading = (i * 2 * Math.PI) / count - Math.PI / 2;
    const outer = i % 2 === 0;
    return {
      foot: polar(centre, heading, 22),
      heading,
      length: outer ? 350 : 270,
      depth: outer ? 0.95 : 0.55,
    };
  });
}

function draw(
  sketch: PlantSketch,
  { foot, heading, length, depth }: Place,
  brief: Brief,
  random: Random,
): string[] {
  const scale = length / sketch.length;
  const placed = ({ x, y }: Point) =>
    rotated({ x: foot.x + x * scale, y: foot.y + y * scale }, foot, heading);
  const colour = shade(brief.palette, lerp(0.25, 1, depth), 12);
  const box = new PaintBox();
  for (const { level, points } of sketch.stems) {
    const width = Math.max(1.2, lerp(4, 7, depth) * 0.66 ** level);
    box.pen({ stroke: colour, width }).smooth(points.map(placed));
  }
  return [...box.marks(), ...bloom(sketch.tips.map(placed), depth, brief, random)];
}

function bloom(tips: readonly Point[], depth: number, { palette, folds }: Brief, random: Random): string[] {
  const accented = folds > 1 ? depth > 0.8 : random() < 0.3;
  const colour = accented ? palette.accent : shade(palette, lerp(0.35, 1, folds > 1 ? depth : random()), 6);
  const radius = lerp(4.5, 7.5, folds > 1 ? depth / 2 : random() * depth);
  return [dots(tips, radius, colour), dots(tips, radius * 0.36, palette.ground)];
}
