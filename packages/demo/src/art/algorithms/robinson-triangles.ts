import { distance, lerp, type Point, polar } from "../drawing/geometry.ts";

/*
 * Penrose's rhombs (Penrose, "Pentaplexity", 1978) by deflation of Robinson triangles, halves of rhombs: each
 * is cut in the golden ratio, generation after generation.
 */

export const golden = (1 + Math.sqrt(5)) / 2;

/** Half a rhomb: the apex is a corner of the rhomb, `b` and `c` are shared with the other half. */
export interface RobinsonTriangle {
  thin: boolean;
  apex: Point;
  b: Point;
  c: Point;
}

/** Ten triangles around a point, alternately mirrored, with legs of the given length. */
export function wheel(middle: Point, turn: number, leg: number): RobinsonTriangle[] {
  const spoke = (step: number) => polar(middle, turn + ((2 * step - 1) * Math.PI) / 10, leg);
  return Array.from({ length: 10 }, (_, i) => {
    const [b, c] = i % 2 === 0 ? [spoke(i + 1), spoke(i)] : [spoke(i), spoke(i + 1)];
    return { thin: true, apex: middle, b, c };
  });
}

/** The triangles of the next generation that make up one of this, its legs shorter by the golden ratio. */
export function deflate({ thin, apex, b, c }: RobinsonTriangle): RobinsonTriangle[] {
  if (thin) {
    const p = goldenCut(apex, b);
    return [
      { thin: true, apex: c, b: p, c: b },
      { thin: false, apex: p, b: c, c: apex },
    ];
  }
  const [q, r] = [goldenCut(b, apex), goldenCut(b, c)];
  return [
    { thin: false, apex: r, b: c, c: apex },
    { thin: false, apex: q, b: r, c: b },
    { thin: true, apex: r, b: q, c: apex },
  ];
}

/** The corner of the rhomb opposite to the apex. */
export function twinApex({ apex, b, c }: RobinsonTriangle): Point {
  return { x: b.x + c.x - apex.x, y: b.y + c.y - apex.y };
}

/** The length of the longest side. */
export function spanOf({ apex, b, c }: RobinsonTriangle): number {
  return Math.max(distance(apex, b), distance(b, c));
}

function goldenCut(from: Point, to: Point): Point {
  return { x: lerp(from.x, to.x, 1 / golden), y: lerp(from.y, to.y, 1 / golden) };
}
