/** A place on the sheet: x to the right, y down, in units of the view box. */
export interface Point {
  x: number;
  y: number;
}

/** The sheet is a square of this many units. */
export const sheetSize = 800;

/** The middle of the sheet. */
export const centre: Point = { x: sheetSize / 2, y: sheetSize / 2 };

/** The value a share `t` of the way from `a` to `b`. */
export function lerp(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** `value` moved into [low, high]. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** 0 below `low`, 1 above `high`, an even S between. */
export function smoothStep(low: number, high: number, value: number): number {
  const t = clamp((value - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/** The point at a distance from another, by an angle in radians from the x axis towards y. */
export function polar(from: Point, angle: number, distance: number): Point {
  return { x: from.x + Math.cos(angle) * distance, y: from.y + Math.sin(angle) * distance };
}

/** How far two points are apart. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point halfway between two. */
export function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** A point turned about another by an angle in radians. */
export function rotated(point: Point, about: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [point.x - about.x, point.y - about.y];
  return { x: about.x + dx * cos - dy * sin, y: about.y + dx * sin + dy * cos };
}

/** Whether a point lies on the sheet, at least `margin` from its edge. */
export function onSheet({ x, y }: Point, margin = 0): boolean {
  return x >= margin && y >= margin && x <= sheetSize - margin && y <= sheetSize - margin;
}

/** The corners of the sheet clockwise from the upper left, each moved inwards by `margin`. */
export function frame(margin: number): Point[] {
  const far = sheetSize - margin;
  return [
    { x: margin, y: margin },
    { x: far, y: margin },
    { x: far, y: far },
    { x: margin, y: far },
  ];
}
