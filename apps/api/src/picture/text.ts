// Text out of stored outlines. What no outline is kept for is drawn as its plain letter, or as an empty box.
import { type Canvas, type Colour, type Contour, fillShape, type Point } from "./canvas.ts";
import { fraunces } from "./fraunces.ts";
import { inter } from "./inter.ts";

type Face = "serif" | "sans";

const faces: Record<Face, Readonly<Record<string, string>>> = { serif: fraunces, sans: inter };

const em = 1_000;
/** An empty box. */
const unknown = "600 m80 0l440 0l0 700l-440 0zm60 60l0 580l320 0l0-580z";
const curveSteps = 6;

interface Glyph {
  readonly advance: number;
  /** In thousandths of the size, y upwards. */
  readonly contours: readonly Contour[];
}

const drawn = new Map<string, Glyph>();

const outlineOf = (face: Face, char: string): string =>
  faces[face][char] ?? faces[face][char.normalize("NFD").charAt(0)] ?? unknown;

function glyphOf(face: Face, char: string): Glyph {
  const key = face + char;
  const known = drawn.get(key);
  if (known) return known;
  const outline = outlineOf(face, char);
  const space = outline.indexOf(" ");
  const glyph = { advance: Number(outline.slice(0, space)), contours: contoursOf(outline.slice(space + 1)) };
  drawn.set(key, glyph);
  return glyph;
}

/** A path of `m`, `l`, `q` and `z` with relative coordinates; curves become short lines. */
function contoursOf(path: string): Contour[] {
  const contours: Point[][] = [];
  let [x, y] = [0, 0];
  let [startX, startY] = [0, 0];
  for (const [, letter = "", rest = ""] of path.matchAll(/([mlqz])([^mlqz]*)/g)) {
    const [a = 0, b = 0, c = 0, d = 0] = [...rest.matchAll(/-?\d+/g)].map(Number);
    const contour = contours.at(-1);
    if (letter === "m") {
      [x, y] = [x + a, y + b];
      [startX, startY] = [x, y];
      contours.push([[x, y]]);
    } else if (letter === "l") {
      [x, y] = [x + a, y + b];
      contour?.push([x, y]);
    } else if (letter === "q") {
      contour?.push(...curve([x, y], [x + a, y + b], [x + c, y + d]));
      [x, y] = [x + c, y + d];
    } else [x, y] = [startX, startY];
  }
  return contours;
}

function curve([x0, y0]: Point, [x1, y1]: Point, [x2, y2]: Point): Point[] {
  return Array.from({ length: curveSteps }, (_, step): Point => {
    const t = (step + 1) / curveSteps;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2];
  });
}

export interface TextStyle {
  readonly face: Face;
  readonly size: number;
  readonly colour: Colour;
}

export function textWidth(text: string, { face, size }: Pick<TextStyle, "face" | "size">): number {
  return ([...text].reduce((sum, char) => sum + glyphOf(face, char).advance, 0) * size) / em;
}

/** The text, with an ellipsis where it would be wider than `width`. */
export function fitText(text: string, style: Pick<TextStyle, "face" | "size">, width: number): string {
  if (textWidth(text, style) <= width) return text;
  const chars = [...text].slice(0, 200);
  while (chars.length > 1 && textWidth(`${chars.join("")}…`, style) > width) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}

/** Draws one line of text from `x` on the base line `y`. Mutates the canvas. */
export function drawText(canvas: Canvas, text: string, x: number, y: number, style: TextStyle): void {
  const scale = style.size / em;
  let pen = x;
  for (const char of text) {
    const { advance, contours } = glyphOf(style.face, char);
    const placed = contours.map((contour) =>
      contour.map(([dx, dy]): Point => [pen + dx * scale, y - dy * scale]),
    );
    fillShape(canvas, placed, style.colour);
    pen += advance * scale;
  }
}
