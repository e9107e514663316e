import { itemAt } from "../../item-at.ts";
import { type Random, randomFrom } from "../../random.ts";
import { gradientNoise } from "../algorithms/noise.ts";
import { growTree, type Shoot } from "../algorithms/space-colonisation.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, clamp, lerp, type Point, polar, rotated, sheetSize } from "../drawing/geometry.ts";
import { dots, PaintBox, picture } from "../drawing/svg.ts";

const rules = { step: 8, reach: 64, near: 13, rounds: 260 };
const crownRadius = 366;
const widest = 20;

/** A tree that fills the free places of the sheet, from the side opposite to the direction of the brief. */
export const spaceColonisation: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const shoots = growTree(roots(brief), freePlaces(brief, random), rules);
  const heaviest = Math.max(...shoots.map(({ load }) => load));
  const box = new PaintBox();
  for (const line of branches(shoots)) {
    const share = itemAt(shoots, itemAt(line, 1)).load / heaviest;
    // The pipe model: a branch is as thick as all that it feeds.
    const width = clamp(widest * share ** 0.42, 1.6, widest);
    const paint = {
      stroke: shade(brief.palette, lerp(0.5, 1, share ** 0.3), 8),
      width: Math.round(width * 1.5) / 1.5,
    };
    box.pen(paint).smooth(thinned(line).map((index) => itemAt(shoots, index)));
  }
  return picture(brief.palette.ground, [...box.marks().reverse(), ...leaves(brief, shoots, random)]);
};

function roots({ folds, direction }: Brief): Point[] {
  if (folds === 1) return [polar(centre, direction + Math.PI, crownRadius + 6)];
  return turned(polar(centre, 0, 30), folds);
}

function turned(place: Point, folds: number): Point[] {
  return Array.from({ length: folds }, (_, i) => rotated(place, centre, (i * 2 * Math.PI) / folds));
}

function freePlaces(brief: Brief, random: Random): Point[] {
  const gaps = gradientNoise(brief.seed + 3);
  const wanted = lerp(420, 900, brief.density);
  const places: Point[] = [];
  while (places.length < wanted) {
    const place = polar(centre, random() * 2 * Math.PI, crownRadius * Math.sqrt(random()));
    const limit = lerp(0.5, 0.02, energyAt(brief, place.y / sheetSize));
    if (brief.folds > 1 || gaps(place.x / 130, place.y / 130) <= limit)
      places.push(...turned(place, brief.folds));
  }
  return places;
}

/** Cuts the tree into lines of shoots: each follows its heaviest child and ends where the load has fallen. */
function branches(shoots: readonly Shoot[]): number[][] {
  const heirs = heirsOf(shoots);
  const starts = [...shoots.keys()].filter((index) => {
    const { parent } = itemAt(shoots, index);
    return parent >= 0 && (heirs.get(parent) !== index || itemAt(shoots, parent).parent < 0);
  });
  return starts.flatMap((index) => linesFrom(index, shoots, heirs));
}

function heirsOf(shoots: readonly Shoot[]): Map<number, number> {
  const heirs = new Map<number, number>();
  shoots.forEach(({ parent, load }, index) => {
    const known = heirs.get(parent);
    if (known === undefined || itemAt(shoots, known).load < load) heirs.set(parent, index);
  });
  return heirs;
}

function linesFrom(start: number, shoots: readonly Shoot[], heirs: ReadonlyMap<number, number>): number[][] {
  const lines: number[][] = [];
  let line = [itemAt(shoots, start).parent, start];
  for (let next = heirs.get(start); next !== undefined; next = heirs.get(next)) {
    line.push(next);
    const fallen = itemAt(shoots, next).load < 0.62 * itemAt(shoots, itemAt(line, 1)).load;
    if (!fallen || line.length <= 3) continue;
    lines.push(line);
    line = [next];
  }
  return line.length > 1 ? [...lines, line] : lines;
}

/** Every second shoot of a line, and its end: the curve smooths the rest. */
function thinned(line: readonly number[]): number[] {
  return line.filter((_, i) => i % 2 === 0 || i === line.length - 1);
}

function leaves({ palette, density }: Brief, shoots: readonly Shoot[], random: Random): string[] {
  const groups = new Map<string, Point[]>();
  for (const tip of shoots.filter(({ children }) => children.length === 0)) {
    const colour = random() < 0.12 ? palette.accent : shade(palette, 0.15 + 0.65 * random(), 4);
    groups.set(colour, [...(groups.get(colour) ?? []), tip]);
  }
  return [...groups].map(([colour, places], i) =>
    dots(places, lerp(8.5, 5.5, density) * (0.7 + 0.12 * i), colour),
  );
}
