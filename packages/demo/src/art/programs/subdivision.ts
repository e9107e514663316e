import { type Random, randomFrom } from "../../random.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { inkAt, shade } from "../brief/palette.ts";
import { centre, lerp, type Point, sheetSize } from "../drawing/geometry.ts";
import { PaintBox, picture } from "../drawing/svg.ts";

/*
 * Recursive subdivision: a rectangle is cut in two near a place drawn by lot, and so are its parts, until
 * they are small; each part then gets one of a few plain figures. After the compositions of the 1920s.
 */

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const margin = 40;
const gap = 7;
const grid = 12;

/** Blocks with discs, quarter discs, stripes and triangles, finer where the brief is restless. */
export const subdivision: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const side = sheetSize - 2 * margin;
  const mirrored = brief.folds > 1;
  const whole = {
    x: margin,
    y: margin,
    width: mirrored ? side / 2 : side,
    height: mirrored ? side / 2 : side,
  };
  const paints = new PaintBox();
  for (const block of split(whole, brief, random)) {
    const seed = random() * 2 ** 32;
    for (const copy of mirrored ? [0, 1, 2, 3] : [0]) drawBlock(paints, block, copy, brief, randomFrom(seed));
  }
  return picture(brief.palette.ground, paints.marks());
};

function split(block: Box, brief: Brief, random: Random): Box[] {
  const energy = energyAt(brief, (block.y + block.height / 2) / sheetSize);
  const smallest = lerp(120, 46, energy * 0.6 + brief.density * 0.4) * (brief.folds > 1 ? 0.75 : 1);
  const stop = block.width < 300 && block.height < 300 && random() < lerp(0.05, 0.2, 1 - brief.density);
  const wide = block.width / block.height > lerp(0.7, 1.4, random());
  const length = wide ? block.width : block.height;
  if (length < 2 * smallest || stop) return [block];
  const free = lerp(smallest, length - smallest, lerp(random(), 0.5, brief.order * 0.7));
  const at = Math.round(free / grid) * grid;
  const { x, y, width, height } = block;
  const parts = wide
    ? [
        { x, y, width: at, height },
        { x: x + at, y, width: width - at, height },
      ]
    : [
        { x, y, width, height: at },
        { x, y: y + at, width, height: height - at },
      ];
  return parts.flatMap((part) => split(part, brief, random));
}

/** Turns a point of the upper left quarter into one of the four mirror images. */
function mirror({ x, y }: Point, copy: number): Point {
  return { x: copy % 2 === 1 ? 2 * centre.x - x : x, y: copy >= 2 ? 2 * centre.y - y : y };
}

function drawBlock(paints: PaintBox, block: Box, copy: number, brief: Brief, random: Random): void {
  const { palette } = brief;
  const at = (u: number, v: number) =>
    mirror(
      {
        x: lerp(block.x + gap / 2, block.x + block.width - gap / 2, u),
        y: lerp(block.y + gap / 2, block.y + block.height - gap / 2, v),
      },
      copy,
    );
  const tone = random();
  const back = shade(palette, tone * 0.9, 8);
  const front = random() < 0.12 ? palette.accent : inkAt(palette, (tone + 0.3 + 0.4 * random()) % 1);
  paints.pen({ fill: back }).polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)]);
  figure(paints, block, at, front, random, copy);
}

type Corner = (u: number, v: number) => Point;

function figure(
  paints: PaintBox,
  block: Box,
  at: Corner,
  colour: string,
  random: Random,
  copy: number,
): void {
  const kind = random();
  const radius = (Math.min(block.width, block.height) - gap) / 2;
  if (kind < 0.2) paints.pen({ fill: colour }).circle(at(0.5, 0.5), radius * 0.72);
  else if (kind < 0.4) quarter(paints, block, at, colour, Math.floor(random() * 4), copy);
  else if (kind < 0.56) stripes(paints, block, at, colour, random);
  else if (kind < 0.7)
    paints.pen({ fill: colour }).polygon([at(0, 0), at(1, random() < 0.5 ? 0 : 1), at(0, 1)]);
  else if (kind < 0.78) {
    for (let r = radius * 0.85; r > 5; r -= 9)
      paints.pen({ stroke: colour, width: 3 }).circle(at(0.5, 0.5), r);
  }
}

/** A quarter disc in one corner, as large as the block allows. */
function quarter(
  paints: PaintBox,
  block: Box,
  at: Corner,
  colour: string,
  corner: number,
  copy: number,
): void {
  const [u, v] = [corner % 2, corner >> 1];
  const radius = Math.min(block.width, block.height) - gap;
  const [across, down] = [radius / (block.width - gap), radius / (block.height - gap)];
  const clockwise = (u + v + (copy % 2) + (copy >> 1)) % 2 === 0;
  const [start, end] = [at(u === 0 ? across : 1 - across, v), at(u, v === 0 ? down : 1 - down)];
  paints.pen({ fill: colour }).move(at(u, v)).line(start).arc(radius, end, clockwise).line(at(u, v));
}

function stripes(paints: PaintBox, block: Box, at: Corner, colour: string, random: Random): void {
  const flat = random() < 0.5;
  const length = flat ? block.height : block.width;
  const count = Math.max(2, Math.round(length / 16));
  for (let i = 0; i < count; i++) {
    const t = (i + 0.5) / count;
    const inset = 0.12;
    const [from, to] = flat ? [at(inset, t), at(1 - inset, t)] : [at(t, inset), at(t, 1 - inset)];
    paints.pen({ stroke: colour, width: 4 }).move(from).line(to);
  }
}
