import { type Random, randomFrom } from "../../random.ts";
import { type Brief, type DrawingProgram, energyAt } from "../brief/brief.ts";
import { shade } from "../brief/palette.ts";
import { centre, lerp, type Point, rotated, sheetSize } from "../drawing/geometry.ts";
import { Pen } from "../drawing/pen.ts";
import { path, picture } from "../drawing/svg.ts";

/*
 * The harmonograph of the nineteenth century (Newton, "Harmonic Vibrations and Vibration Figures", 1909): a
 * pen on one set of pendulums, the paper on another, all of them slowly losing swing.
 */

interface Pendulum {
  frequency: number;
  phase: number;
  amplitude: number;
  decay: number;
}

const stretches = 30;
const pointsPerStretch = 86;
const margin = 56;

/** One long line of damped swings, its colour changing as it dies away. */
export const harmonograph: DrawingProgram = (brief) => {
  const swing = swingOf(brief);
  const turns = lerp(26, 42, brief.density);
  const line = Array.from({ length: stretches * pointsPerStretch + 1 }, (_, i) =>
    swing((i / (stretches * pointsPerStretch)) * turns * 2 * Math.PI),
  );
  const onPaper = fitted(line);
  const marks = Array.from({ length: stretches }, (_, i) => {
    const points = onPaper.slice(i * pointsPerStretch, (i + 1) * pointsPerStretch + 1);
    return path(new Pen().smooth(points).data, { stroke: colourAt(brief, i / stretches), width: 1.7 });
  });
  return picture(brief.palette.ground, marks);
};

/** Moves and scales a figure so that it fills the sheet up to the margin. */
function fitted(line: readonly Point[]): Point[] {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (sheetSize - 2 * margin) / Math.max(right - left, bottom - top);
  return line.map(({ x, y }) => ({
    x: centre.x + (x - (left + right) / 2) * scale,
    y: centre.y + (y - (top + bottom) / 2) * scale,
  }));
}

/** Where the pen is at a time in radians of the slowest swing. */
function swingOf(brief: Brief): (time: number) => Point {
  const random = randomFrom(brief.seed);
  const [across, down] =
    brief.folds > 1 ? rotary(brief.folds) : [pendulums(brief, random), pendulums(brief, random)];
  return (time) => rotated({ x: sum(across, time), y: sum(down, time) }, { x: 0, y: 0 }, brief.direction);
}

/** Two circular swings against each other, which meet the rim as often as the picture has folds. */
function rotary(folds: number): [Pendulum[], Pendulum[]] {
  const second = folds - 1.004;
  return [
    [
      { frequency: 1, phase: Math.PI / 2, amplitude: 1, decay: 0.006 },
      { frequency: second, phase: Math.PI / 2, amplitude: 0.62, decay: 0.004 },
    ],
    [
      { frequency: 1, phase: 0, amplitude: 1, decay: 0.006 },
      { frequency: -second, phase: 0, amplitude: 0.62, decay: 0.004 },
    ],
  ];
}

function colourAt({ palette }: Brief, time: number): string {
  if (time > 0.9) return palette.accent;
  return shade(palette, 0.25 + 0.75 * time);
}

function pendulums(brief: Brief, random: Random): Pendulum[] {
  const energy = energyAt(brief, 0.5);
  const base = 1 + Math.floor(random() * lerp(2, 3.5, energy));
  const second = base + 1 + Math.floor(random() * lerp(1, 4, energy));
  const detune = (random() - 0.5) * lerp(0.004, 0.02, 1 - brief.order);
  const decay = lerp(0.004, 0.009, energy);
  return [
    { frequency: base + detune, phase: random() * 2 * Math.PI, amplitude: 1, decay },
    { frequency: second - detune, phase: random() * 2 * Math.PI, amplitude: 0.56, decay: decay * 0.8 },
  ];
}

function sum(pendulums: readonly Pendulum[], time: number): number {
  return pendulums.reduce(
    (total, { frequency, phase, amplitude, decay }) =>
      total + amplitude * Math.sin(frequency * time + phase) * Math.exp(-decay * time),
    0,
  );
}
