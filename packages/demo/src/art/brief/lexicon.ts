import type { Point } from "../drawing/geometry.ts";
import type { PaletteName } from "./palettes.ts";

/**
 * What a word adds to a brief. Energy, density and order are added up from words; of the rest the last word
 * that says something is heard. Angles are in radians from the x axis towards y, so that -PI / 2 is up; the
 * focus lies in [0, 1] x [0, 1].
 */
export interface Nudge {
  energy?: number;
  density?: number;
  order?: number;
  direction?: number;
  folds?: number;
  focus?: Point;
  palette?: PaletteName;
}

const up = -Math.PI / 2;
const down = Math.PI / 2;

/** The words that mean something to a program; all others only change the seed. */
export const lexicon: ReadonlyMap<string, Nudge> = new Map<string, Nudge>([
  ["bees", { palette: "honey", focus: { x: 0.56, y: 0.44 } }],
  ["branches", { density: 0.15 }],
  ["calm", { energy: -0.4, order: 0.2 }],
  ["city", { palette: "city", order: 0.4, density: 0.2, direction: up }],
  ["comet", { palette: "sky", energy: 0.2, direction: -0.6, focus: { x: 0.7, y: 0.3 } }],
  ["dark", { density: -0.1 }],
  ["desert", { palette: "desert", density: -0.2, energy: -0.15, direction: 0 }],
  ["early", { energy: -0.1 }],
  ["embers", { palette: "embers", energy: 0.25, direction: up, focus: { x: 0.5, y: 0.7 } }],
  ["field", { order: 0.1, focus: { x: 0.5, y: 0.6 } }],
  ["first", { density: -0.1 }],
  ["full", { density: 0.2 }],
  ["garden", { palette: "garden", density: 0.2, direction: up }],
  ["grass", { palette: "grass", density: 0.25 }],
  ["inside", { focus: { x: 0.5, y: 0.5 } }],
  ["islands", { palette: "parchment", order: -0.1, density: 0.05 }],
  ["leaves", { density: 0.2 }],
  ["map", { energy: -0.05 }],
  ["market", { palette: "market", energy: 0.2, density: 0.2 }],
  ["moonlight", { palette: "moon", energy: -0.2, focus: { x: 0.66, y: 0.3 } }],
  ["night", { energy: -0.1, focus: { x: 0.72, y: 0.26 } }],
  ["noon", { order: 0.15, focus: { x: 0.5, y: 0.24 } }],
  ["old", { energy: -0.1 }],
  ["people", { order: -0.1 }],
  ["rain", { palette: "rain", energy: 0.1, density: 0.15, direction: down - 0.2 }],
  ["roof", { order: 0.15 }],
  ["roots", { palette: "roots", direction: up }],
  ["rose", { palette: "glass", folds: 12, order: 0.2, density: 0.15 }],
  ["sea", { palette: "sea", direction: 0 }],
  ["shell", { palette: "shell", folds: 5, order: 0.25, energy: -0.2 }],
  ["snow", { palette: "snow", energy: -0.25, density: -0.15, direction: down }],
  ["stars", { density: -0.05 }],
  ["storm", { energy: 0.45, order: -0.3, focus: { x: 0.36, y: 0.34 } }],
  ["summer", { energy: 0.1 }],
  ["swarm", { energy: 0.45, density: 0.25, order: -0.25 }],
  ["tall", { density: 0.05 }],
  ["tin", { order: 0.2 }],
  ["wind", { energy: 0.2, direction: -0.12 }],
  ["window", { order: 0.3 }],
]);

/** Words that set what stands before them above what stands after them. */
export const placedAbove: ReadonlySet<string> = new Set(["above", "on", "over"]);
