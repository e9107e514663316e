import { lerp } from "../drawing/geometry.ts";

/** A smooth function of the plane. */
export type Field = (x: number, y: number) => number;

/**
 * Gradient noise (Perlin, "An Image Synthesizer", SIGGRAPH 1985; the quintic blend of 2002): 0 at whole
 * numbers, about [-0.7, 0.7] between, features about one unit wide.
 */
export function gradientNoise(seed: number): Field {
  return (x, y) => {
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [x - x0, y - y0];
    const slope = (cx: number, cy: number) => {
      const angle = latticeAngle(seed, x0 + cx, y0 + cy);
      return Math.cos(angle) * (dx - cx) + Math.sin(angle) * (dy - cy);
    };
    const [u, v] = [quintic(dx), quintic(dy)];
    return lerp(lerp(slope(0, 0), slope(1, 0), u), lerp(slope(0, 1), slope(1, 1), u), v);
  };
}

/** Gradient noise with finer copies added, each half as wide and half as strong. */
export function fractalNoise(seed: number, octaves: number): Field {
  const layers = Array.from({ length: octaves }, (_, i) => gradientNoise(seed + i * 101));
  return (x, y) => layers.reduce((sum, noise, i) => sum + noise(x * 2 ** i, y * 2 ** i) / 2 ** i, 0);
}

function quintic(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function latticeAngle(seed: number, x: number, y: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 2 * Math.PI;
}
