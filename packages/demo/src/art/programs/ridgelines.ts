import { fractalNoise } from "../algorithms/noise.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { mix } from "../drawing/colour.ts";
import { centre, distance, frame, lerp, type Point, sheetSize } from "../drawing/geometry.ts";
import { Pen } from "../drawing/pen.ts";
import { circle, path, picture } from "../drawing/svg.ts";

/*
 * Stacked profiles with hidden lines, as pulsars were first plotted (Craft, PhD thesis, Cornell 1970): each
 * line is painted over what stands behind it. The profiles cut through a landscape of fractal noise.
 */

const columns = 54;
const margin = 56;
const horizon = 0.3;

/** Rows of hills from the far edge to the near, a disc in the sky above them. */
export const ridgelines: DrawingProgram = (brief) => {
  const rows = Math.round(lerp(24, 44, brief.density));
  const heightAt = landscape(brief);
  const marks = [disc(brief), plain(brief.palette.ground)];
  for (let row = 0; row < rows; row++) {
    const near = row / (rows - 1);
    const base = lerp(horizon, 0.92, near ** 1.12) * sheetSize;
    const points = Array.from({ length: columns }, (_, i) => {
      const x = lerp(margin, sheetSize - margin, i / (columns - 1));
      return { x, y: base - heightAt({ x, y: base }) };
    });
    marks.push(profile(points, shade(brief.palette, lerp(0.25, 1, near), 16), brief.palette.ground, near));
  }
  return picture(brief.palette.ground, marks);
};

/** A filled open path closes along its foot, so that one path is both the line and the cover of what lies behind. */
function profile(points: readonly Point[], colour: string, ground: string, near: number): string {
  const paint = { fill: mix(ground, colour, 0.16), stroke: colour, width: lerp(1.4, 2.8, near) };
  return path(new Pen().smooth(points).data, paint);
}

function disc({ focus, palette }: Brief): string {
  const place = { x: lerp(180, 620, focus.x), y: lerp(130, 260, focus.y) };
  return circle(place, 92, { fill: palette.accent });
}

/** Hides the part of the disc that has set. */
function plain(ground: string): string {
  const corners = frame(0).map(({ x, y }) => ({ x, y: Math.max(y, horizon * sheetSize) }));
  return path(new Pen().polygon(corners).data, { fill: ground });
}

function landscape(brief: Brief): (place: Point) => number {
  const noise = fractalNoise(brief.seed, 4);
  const focus = { x: brief.focus.x * sheetSize, y: (0.25 + 0.6 * brief.focus.y) * sheetSize };
  return (place) => {
    const energy = energyAt(brief, (place.y / sheetSize - horizon) / 0.62);
    const edge = Math.sin((Math.PI * (place.x - margin)) / (sheetSize - 2 * margin)) ** 0.8;
    const rough = Math.abs(noise(place.x / 150, place.y / 150)) * lerp(24, 190, energy ** 1.4);
    const swell =
      brief.folds > 1 ? 26 * (1 + Math.cos((distance(place, centre) / 400) * Math.PI * brief.folds)) : 0;
    const peak = 70 * Math.exp(-((distance(place, focus) / 150) ** 2));
    return Math.max(0, edge) * (rough + swell + peak);
  };
}
