// A sheet of pixels that shapes are filled on. Coverage is gathered as signed areas along every edge and summed up row
// by row (the method of font-rs, https://github.com/raphlinus/font-rs): exact anti-aliasing of non-overlapping
// outlines, which is all that is drawn here. No strokes, no gradients, no transparency.

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of every pixel, row by row. */
  readonly pixels: Uint8Array;
}

export type Colour = readonly [red: number, green: number, blue: number];
export type Point = readonly [x: number, y: number];
/** A closed line; the area inside is on one side all along. */
export type Contour = readonly Point[];

export function newCanvas(width: number, height: number, [red, green, blue]: Colour): Canvas {
  const pixels = new Uint8Array(3 * width * height);
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at] = red;
    pixels[at + 1] = green;
    pixels[at + 2] = blue;
  }
  return { width, height, pixels };
}

/** Signed areas of a shape over the box it stands in. */
interface Areas {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

function emptyAreas(contours: readonly Contour[]): Areas {
  const points = contours.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  const width = Math.ceil(Math.max(...xs)) - left + 2;
  const height = Math.ceil(Math.max(...ys)) - top + 1;
  return { left, top, width, height, values: new Float32Array(width * height + 2) };
}

const add = ({ values }: Areas, at: number, area: number): void => {
  values[at] = (values[at] ?? 0) + area;
};

/** An edge's share of one row: `d` is its signed height there, from x `x` to x `next`. */
function addRow(areas: Areas, row: number, d: number, x: number, next: number): void {
  const [x0, x1] = x < next ? [x, next] : [next, x];
  const [first, end] = [Math.floor(x0), Math.ceil(x1)];
  const at = row * areas.width + first;
  if (end <= first + 1) {
    const middle = 0.5 * (x + next) - first;
    add(areas, at, d - d * middle);
    add(areas, at + 1, d * middle);
    return;
  }
  const slope = 1 / (x1 - x0);
  const start = x0 - first;
  const tail = x1 - end + 1;
  const [area0, areaEnd] = [0.5 * slope * (1 - start) ** 2, 0.5 * slope * tail ** 2];
  const cells = end - first;
  add(areas, at, d * area0);
  if (cells === 2) add(areas, at + 1, d * (1 - area0 - areaEnd));
  else {
    const area1 = slope * (1.5 - start);
    add(areas, at + 1, d * (area1 - area0));
    for (let cell = 2; cell < cells - 1; cell++) add(areas, at + cell, d * slope);
    add(areas, at + cells - 1, d * (1 - (area1 + (cells - 3) * slope) - areaEnd));
  }
  add(areas, at + cells, d * areaEnd);
}

function addEdge(areas: Areas, from: Point, to: Point): void {
  if (from[1] === to[1]) return;
  const [sign, a, b] = from[1] < to[1] ? [1, from, to] : [-1, to, from];
  const [top, bottom] = [a[1] - areas.top, b[1] - areas.top];
  const slope = (b[0] - a[0]) / (b[1] - a[1]);
  let x = a[0] - areas.left;
  for (let row = Math.floor(top); row < bottom; row++) {
    const height = Math.min(row + 1, bottom) - Math.max(row, top);
    const next = x + slope * height;
    addRow(areas, row, sign * height, x, next);
    x = next;
  }
}

function blend({ pixels, width }: Canvas, x: number, y: number, colour: Colour, cover: number): void {
  const at = 3 * (y * width + x);
  for (let part = 0; part < 3; part++) {
    const under = pixels[at + part] ?? 0;
    pixels[at + part] = Math.round(under + ((colour[part] ?? 0) - under) * cover);
  }
}

/** Fills the area inside of the contours; holes run the other way round. Mutates the canvas. */
export function fillShape(canvas: Canvas, contours: readonly Contour[], colour: Colour): void {
  if (contours.every((contour) => contour.length === 0)) return;
  const areas = emptyAreas(contours);
  for (const contour of contours) {
    for (const [at, point] of contour.entries()) {
      const next = contour[(at + 1) % contour.length];
      if (next) addEdge(areas, point, next);
    }
  }
  for (let row = 0; row < areas.height; row++) {
    let sum = 0;
    const y = areas.top + row;
    for (let column = 0; column < areas.width; column++) {
      sum += areas.values[row * areas.width + column] ?? 0;
      const x = areas.left + column;
      const cover = Math.min(1, Math.abs(sum));
      if (cover > 0.004 && x >= 0 && x < canvas.width && y >= 0 && y < canvas.height)
        blend(canvas, x, y, colour, cover);
    }
  }
}

export const fillRect = (
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
): void =>
  fillShape(
    canvas,
    [
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
    ],
    colour,
  );

const circleSteps = 32;

export function fillCircle(canvas: Canvas, x: number, y: number, radius: number, colour: Colour): void {
  const contour = Array.from({ length: circleSteps }, (_, step): Point => {
    const angle = (2 * Math.PI * step) / circleSteps;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  fillShape(canvas, [contour], colour);
}
