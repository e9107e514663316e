import { contours, type Grid } from "../algorithms/contours.ts";
import { fractalNoise } from "../algorithms/noise.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, distance, lerp, type Point, sheetSize, smoothStep } from "../drawing/geometry.ts";
import { Pen } from "../drawing/pen.ts";
import { passepartout, path, picture } from "../drawing/svg.ts";

/*
 * A made-up country: fractal noise for its heights, marching squares for its contours, and the layered tints
 * of a relief map between them.
 */

const size = 96;
const tints = 8;
/** Depths of the thin lines in the water that follow the coast. */
const coast = [-0.05, -0.11, -0.18] as const;

/** Layered heights, highest at the focus of the brief, rougher where it is restless. */
export const contourMap: DrawingProgram = (brief) => {
  const { palette } = brief;
  const grid = heights(brief);
  const marks = coast.map((level, i) =>
    path(outline(grid, level), { stroke: palette.inks[1], width: 1.6 - 0.3 * i, opacity: 0.9 - 0.2 * i }),
  );
  for (let i = 0; i < tints; i++) {
    const fill = i === tints - 1 ? palette.accent : shade(palette, i / (tints - 2));
    const width = i === 0 ? 2.4 : 1;
    marks.push(path(outline(grid, lerp(0, 0.95, i / tints)), { fill, stroke: palette.inks[4], width }));
  }
  return picture(palette.ground, [...marks, passepartout(palette.ground, 36)]);
};

function outline(grid: Grid, level: number): string {
  const scale = sheetSize / (size - 1);
  const pen = new Pen();
  for (const ring of contours(grid, level)) {
    if (ring.length < 8) continue;
    const points = ring.filter((_, i) => i % 3 === 0);
    pen.blob(points.map(({ x, y }) => ({ x: x * scale, y: y * scale })));
  }
  return pen.data;
}

function heights(brief: Brief): Grid {
  const broad = fractalNoise(brief.seed, 2);
  const fine = fractalNoise(brief.seed + 31, 3);
  const focus = { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  const values = Array.from({ length: size * size }, (_, i) => {
    const place = {
      x: ((i % size) / (size - 1)) * sheetSize,
      y: (Math.floor(i / size) / (size - 1)) * sheetSize,
    };
    const energy = energyAt(brief, place.y / sheetSize);
    const rough =
      0.8 * broad(place.x / 210, place.y / 210) + 0.6 * energy * fine(place.x / 120, place.y / 120);
    return rough * (brief.folds > 1 ? 0.2 : 1) + rise(brief, place, focus);
  });
  return { size, values };
}

function rise(brief: Brief, place: Point, focus: Point): number {
  if (brief.folds === 1)
    return lerp(0, 0.3, brief.density) + 0.35 * Math.exp(-((distance(place, focus) / 190) ** 2));
  const away = distance(place, centre);
  const petal = Math.cos(brief.folds * Math.atan2(place.x - centre.x, centre.y - place.y) + away / 120);
  return 0.5 + 0.34 * petal * Math.min(1, away / 160) - 1.3 * smoothStep(225, 430, away);
}
