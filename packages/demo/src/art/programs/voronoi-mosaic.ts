import { type Random, randomFrom } from "../../random.ts";
import { type Field, fractalNoise } from "../algorithms/noise.ts";
import { inset, middleOf, voronoiCell } from "../algorithms/voronoi.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import {
  centre,
  clamp,
  distance,
  frame,
  lerp,
  onSheet,
  type Point,
  polar,
  sheetSize,
} from "../drawing/geometry.ts";
import { PaintBox, picture } from "../drawing/svg.ts";

/*
 * A Voronoi mosaic, evened out by Lloyd's relaxation ("Least squares quantization in PCM", 1982): each site
 * moves to the middle of its cell.
 */

const region = frame(16);
const joint = 2.6;

/** Coloured stones with a joint between them, the more orderly the more even. */
export const voronoiMosaic: DrawingProgram = (brief) => {
  const random = randomFrom(brief.seed);
  const sites = brief.folds > 1 ? rosette(brief) : relaxed(scattered(brief, random), brief.order * 5);
  const tone = fractalNoise(brief.seed + 11, 2);
  const box = new PaintBox();
  for (const site of sites) {
    const stone = inset(voronoiCell(site, sites, region), joint);
    if (stone.length < 3) continue;
    box.pen({ fill: stoneColour(brief, site, tone, random) }).polygon(stone);
    const inlaid = brief.folds === 1 && random() < 0.3;
    if (inlaid) box.pen({ fill: shade(brief.palette, random(), 5), opacity: 0.55 }).polygon(inset(stone, 8));
  }
  return picture(brief.palette.ground, box.marks());
};

/** Sites thrown at random, closer together where the brief is restless. */
function scattered(brief: Brief, random: Random): Point[] {
  const wanted = lerp(130, 330, brief.density);
  const focus = { x: brief.focus.x * sheetSize, y: brief.focus.y * sheetSize };
  const sites: Point[] = [];
  while (sites.length < wanted) {
    const site = { x: random() * sheetSize, y: random() * sheetSize };
    const crowd = energyAt(brief, site.y / sheetSize) * Math.exp(-((distance(site, focus) / 330) ** 2));
    if (random() < 0.25 + crowd) sites.push(site);
  }
  return sites;
}

function relaxed(sites: readonly Point[], rounds: number): readonly Point[] {
  let current = sites;
  for (let i = 0; i < Math.round(rounds); i++) {
    const before = current;
    current = before.map((site) => middleOf(voronoiCell(site, before, region)));
  }
  return current;
}

/** Sites in rings, each ring turned by half a step against the one inside it, and on out to the corners. */
function rosette({ folds, density }: Brief): Point[] {
  const spacing = lerp(52, 36, density);
  const sites: Point[] = [centre];
  for (let ring = 1; ring * spacing < 590; ring++) {
    const radius = ring * spacing;
    const parts = folds * Math.max(1, Math.round((2 * Math.PI * radius) / (folds * spacing)));
    for (let i = 0; i < parts; i++) {
      sites.push(polar(centre, ((i + (ring % 2) / 2) * 2 * Math.PI) / parts - Math.PI / 2, radius));
    }
  }
  return sites.filter((site) => onSheet(site));
}

function stoneColour(brief: Brief, site: Point, tone: Field, random: Random): string {
  const { palette, direction, energy, folds } = brief;
  if (folds > 1) return petalColour(brief, site);
  if (random() < 0.03) return palette.accent;
  const along =
    ((site.x - centre.x) * Math.cos(direction) + (site.y - centre.y) * Math.sin(direction)) / sheetSize;
  const spread = 0.33 + 0.275 * (energy.above + energy.below);
  return shade(palette, clamp(0.5 + 0.55 * along + spread * tone(site.x / 300, site.y / 300), 0, 1), 14);
}

function petalColour({ palette, folds }: Brief, site: Point): string {
  const away = distance(site, centre);
  const petal = Math.cos(folds * Math.atan2(site.x - centre.x, centre.y - site.y));
  if (petal > 0.99 && away > 150 && away < 280) return palette.accent;
  return shade(palette, 0.5 + 0.42 * Math.sin(away / 46 + 2.2) + 0.1 * petal, 12);
}
