import { seedFrom } from "../../random.ts";
import { clamp, lerp, type Point, smoothStep } from "../drawing/geometry.ts";
import { lexicon, type Nudge, placedAbove } from "./lexicon.ts";
import type { Palette } from "./palette.ts";
import { palettes } from "./palettes.ts";

/** A prompt as the drawing programs read it. Energy, density and order lie in [0, 1]; 0.5 is said by no word. */
export interface Brief {
  seed: number;
  palette: Palette;
  /** How restless the upper and the lower half are. */
  energy: { above: number; below: number };
  density: number;
  order: number;
  /** The way things lean, in radians from the x axis towards y. */
  direction: number;
  /** Where the weight of the picture lies, in [0, 1] x [0, 1]. */
  focus: Point;
  /** How often the picture repeats in one turn; 1 where no word asks for symmetry. */
  folds: number;
}

/** A program of the image arena: the SVG document it draws for a brief, always the same for the same brief. */
export type DrawingProgram = (brief: Brief) => string;

/** Reads a prompt word by word. */
export function briefFrom(text: string): Brief {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const split = words.findIndex((word) => placedAbove.has(word));
  const nudges = words.flatMap((word) => lexicon.get(word) ?? []);
  const [above, below] = split < 0 ? [words, words] : [words.slice(0, split), words.slice(split + 1)];
  return {
    seed: seedFrom(text),
    palette: palettes[last(nudges, "palette") ?? "parchment"],
    energy: { above: level(above, "energy"), below: level(below, "energy") },
    density: level(words, "density"),
    order: level(words, "order"),
    direction: last(nudges, "direction") ?? -0.5,
    focus: last(nudges, "focus") ?? { x: 0.5, y: 0.5 },
    folds: last(nudges, "folds") ?? 1,
  };
}

/** The energy at a height of the sheet, 0 the top and 1 the bottom; the halves run into each other. */
export function energyAt({ energy }: Brief, height: number): number {
  return lerp(energy.above, energy.below, smoothStep(0.4, 0.7, height));
}

function level(words: readonly string[], quality: "energy" | "density" | "order"): number {
  const sum = words.reduce((total, word) => total + (lexicon.get(word)?.[quality] ?? 0), 0.5);
  return clamp(sum, 0, 1);
}

function last<Key extends keyof Nudge>(nudges: readonly Nudge[], key: Key): Nudge[Key] | undefined {
  return nudges.findLast((nudge) => nudge[key] !== undefined)?.[key];
}
