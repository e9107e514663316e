import { type Point, sheetSize } from "./geometry.ts";
import { Pen } from "./pen.ts";

/** How a shape is painted; colours are hex, widths in sheet units, opacity in (0, 1]. */
interface Paint {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
}

/** One path element; line ends and joins are round. */
export function path(data: string, paint: Paint): string {
  return data === "" ? "" : `<path d="${data}"${attributes(paint)}/>`;
}

/** One disc or ring. */
export function circle(middle: Point, radius: number, paint: Paint): string {
  return path(new Pen().circle(middle, radius).data, paint);
}

/** Discs of one size and colour, far shorter in bytes than as many circles. */
export function dots(places: readonly Point[], radius: number, colour: string, opacity = 1): string {
  const pen = new Pen();
  for (const place of places) pen.dot(place);
  return path(pen.data, { stroke: colour, width: 2 * radius, opacity });
}

/** The whole sheet painted in one colour. */
function sheet(colour: string): string {
  return `<path d="m0 0h${sheetSize}v${sheetSize}h-${sheetSize}z" fill="${colour}"/>`;
}

/** A border that hides whatever reaches into it. */
export function passepartout(colour: string, width: number): string {
  const [near, far] = [width / 2, sheetSize - width];
  return `<path d="m${near} ${near}h${far}v${far}h-${far}z" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

/** A finished SVG document: a ground and the marks upon it, later ones on top. */
export function picture(ground: string, marks: readonly string[]): string {
  const box = `viewBox="0 0 ${sheetSize} ${sheetSize}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${sheet(ground)}${marks.join("")}</svg>`;
}

/** Gathers path data that is painted alike into one element each, in the order the paints first came up. */
export class PaintBox {
  readonly #pens = new Map<string, { paint: Paint; pen: Pen }>();

  pen(paint: Paint): Pen {
    const key = attributes(paint);
    const known = this.#pens.get(key) ?? { paint, pen: new Pen() };
    this.#pens.set(key, known);
    return known.pen;
  }

  marks(): string[] {
    return [...this.#pens.values()].map(({ paint, pen }) => path(pen.data, paint));
  }
}

function attributes({ fill, stroke, width, opacity }: Paint): string {
  const parts = [` fill="${fill ?? "none"}"`];
  if (stroke !== undefined) parts.push(` stroke="${stroke}" stroke-linecap="round" stroke-linejoin="round"`);
  if (width !== undefined) parts.push(` stroke-width="${rounded(width)}"`);
  if (opacity !== undefined && opacity < 1) parts.push(` opacity="${rounded(opacity)}"`);
  return parts.join("");
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
