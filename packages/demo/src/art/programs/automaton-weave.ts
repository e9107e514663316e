import { itemAt } from "../../item-at.ts";
import { type Random, randomFrom } from "../../random.ts";
import { nextGeneration } from "../algorithms/elementary-automaton.ts";
import { gradientNoise } from "../algorithms/noise.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { lerp, type Point, sheetSize } from "../drawing/geometry.ts";
import { PaintBox, picture } from "../drawing/svg.ts";

/*
 * An elementary cellular automaton as the pattern draft of a loom: where a cell lives the weft lies on top, where it is dead the warp. Each run of equal cells is one
 * visible float of thread.
 */

const size = 60;
const margin = 46;
const pitch = (sheetSize - 2 * margin) / size;

/** Rules by temper: nested triangles for the calm, tangles for the restless. */
const calmRules = [90, 150, 60, 105, 165] as const;
const wildRules = [30, 45, 110, 22, 54] as const;

/** A cloth of crossing threads whose floats are the history of the automaton. */
export const automatonWeave: DrawingProgram = (brief) => {
  const cells = history(brief, randomFrom(brief.seed));
  const warp = gradientNoise(brief.seed + 1);
  const weft = gradientNoise(brief.seed + 2);
  const box = new PaintBox();
  for (let line = 0; line < size; line++) {
    const column = Array.from({ length: size }, (_, y) => !itemAt(itemAt(cells, y), line));
    const tone = lerp(0, 0.55, 0.5 + warp(line / 9, 0.5));
    for (const [from, to] of runs(column)) float(box, brief, tone, { x: line, y: from }, { x: line, y: to });
  }
  for (let line = 0; line < size; line++) {
    const tone = lerp(0.5, 1, 0.5 + weft(0.5, line / 7));
    const accent = brief.folds > 1 ? line % brief.folds === 0 : weft(line * 3.7, 9.5) > 0.42;
    for (const [from, to] of runs(itemAt(cells, line))) {
      float(box, brief, accent ? "accent" : tone, { x: from, y: line }, { x: to, y: line });
    }
  }
  return picture(brief.palette.ground, box.marks());
};

function float(box: PaintBox, { palette }: Brief, tone: number | "accent", from: Point, to: Point): void {
  const at = ({ x, y }: Point) => ({ x: margin + (x + 0.5) * pitch, y: margin + (y + 0.5) * pitch });
  const colour = tone === "accent" ? palette.accent : shade(palette, tone, 16);
  const pen = box.pen({ stroke: colour, width: pitch * 0.72 });
  if (from.x === to.x && from.y === to.y) pen.dot(at(from));
  else pen.move(at(from)).line(at(to));
}

/** First and last index of every run of `true`. */
function runs(line: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  line.forEach((alive, i) => {
    const open = found.at(-1);
    if (!alive) return;
    if (open !== undefined && open[1] === i - 1) open[1] = i;
    else found.push([i, i]);
  });
  return found;
}

function history(brief: Brief, random: Random): boolean[][] {
  const cells: boolean[][] = [firstRow(brief, random)];
  const pick = random();
  for (let y = 1; y < size; y++) {
    const rules = energyAt(brief, y / size) > 0.55 ? wildRules : calmRules;
    cells.push(nextGeneration(itemAt(cells, y - 1), itemAt(rules, Math.floor(pick * rules.length))));
  }
  return brief.folds > 1 || brief.order > 0.7
    ? cells.map((row, y) => row.map((_, x) => fourfold(cells, x, y)))
    : cells;
}

function firstRow({ order, density }: Brief, random: Random): boolean[] {
  const middle = Math.floor(size / 2);
  return Array.from({ length: size }, (_, x) => (order > 0.55 ? x === middle : random() < density * 0.7));
}

/** The cell of the first quarter that a cell of the whole cloth mirrors. */
function fourfold(cells: readonly (readonly boolean[])[], x: number, y: number): boolean {
  const fold = (at: number) => Math.min(at, size - 1 - at);
  return itemAt(itemAt(cells, fold(y)), fold(x));
}
