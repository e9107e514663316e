import { itemAt } from "../../item-at.ts";
import type { Random } from "../../random.ts";
import { lerp, type Point, polar } from "../drawing/geometry.ts";

/*
 * Stochastic bracketed L-systems (Prusinkiewicz & Lindenmayer, "The Algorithmic Beauty of Plants", 1990,
 * chapter 1): an apex X is rewritten into stems F, turns + and -, and branches in brackets, all by lot, and a
 * turtle draws the word.
 */

const apexRules = [
  "F[+X]F[-X]+X",
  "F[-X]F[+X]-X",
  "F[+X][-X]FX",
  "FF[-X]+X",
  "FF[+X]-X",
  "F[+X]F[-X]FX",
] as const;
/** How likely a stem is to double in length from one generation to the next. */
const stretching = 0.45;

/** The word of a plant, from the lone apex on. */
export function plantWord(generations: number, random: Random): string {
  let word = "X";
  for (let i = 0; i < generations; i++) word = word.replace(/[XF]/g, (symbol) => rewritten(symbol, random));
  return word;
}

function rewritten(symbol: string, random: Random): string {
  if (symbol === "F") return random() < stretching ? "FF" : "F";
  return itemAt(apexRules, Math.floor(random() * apexRules.length));
}

/** A plant as the turtle drew it: rooted at the origin, growing along the x axis, one unit a stem. */
export interface PlantSketch {
  /** Lines from fork to fork; `level` counts the brackets around them. */
  stems: { level: number; points: Point[] }[];
  tips: Point[];
  /** How far it grew along the x axis. */
  length: number;
}

/** Lets a turtle walk a word. `turn` is the angle of + and - in radians, `sway` how much it strays by lot. */
export function sketchPlant(word: string, turn: number, sway: number, random: Random): PlantSketch {
  const stems: PlantSketch["stems"] = [];
  const tips: Point[] = [];
  const saved: { at: Point; heading: number }[] = [];
  let [at, heading]: [Point, number] = [{ x: 0, y: 0 }, 0];
  const strayed = (angle: number) => angle * lerp(1 - sway, 1 + sway, random());
  const begin = () => stems.push({ level: saved.length, points: [at] });
  begin();
  for (const [i, symbol] of [...word].entries()) {
    if (symbol === "F") {
      heading += sway * (random() - 0.5) * 0.5;
      at = polar(at, heading, 1);
      stems.at(-1)?.points.push(at);
    } else if (symbol === "[") {
      saved.push({ at, heading });
      begin();
    } else if (symbol === "]") {
      ({ at, heading } = saved.pop() ?? { at, heading });
      begin();
    } else if (symbol === "X") {
      if ((word[i + 1] ?? "]") === "]") tips.push(at);
    } else heading += strayed(symbol === "+" ? turn : -turn);
  }
  const drawn = stems.filter(({ points }) => points.length > 1);
  return {
    stems: drawn,
    tips,
    length: Math.max(1, ...drawn.flatMap(({ points }) => points.map(({ x }) => x))),
  };
}
