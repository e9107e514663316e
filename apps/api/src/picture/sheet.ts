// What every picture has: paper, a title, the name of the house and a frieze below.
import { type Canvas, type Colour, fillRect, newCanvas } from "./canvas.ts";
import { drawText, fitText, textWidth } from "./text.ts";

/** The size that sites ask for (https://ogp.me). */
export const pictureSize = { width: 1_200, height: 630 };
export const margin = 64;

export const palette = {
  paper: [0xfb, 0xf8, 0xf2],
  ink: [0x1e, 0x1b, 0x18],
  muted: [0x6b, 0x62, 0x59],
  terracotta: [0xa6, 0x3c, 0x17],
  line: [0xd9, 0xd0, 0xc1],
} as const satisfies Record<string, Colour>;

const friezeTop = 578;
const keyWidth = 36;
const stroke = 3;

/** One turn of the Greek key: places and sizes in its square of 24 by 24. */
const turn = [
  [0, 21, 36, stroke],
  [6, 0, stroke, 24],
  [6, 0, 24, stroke],
  [27, 0, stroke, 15],
  [15, 12, 15, stroke],
  [15, 6, stroke, 9],
] as const;

function drawFrieze(canvas: Canvas, until: number): void {
  for (let x = margin; x + keyWidth <= until; x += keyWidth)
    for (const [dx, dy, width, height] of turn)
      fillRect(canvas, x + dx, friezeTop + dy, width, height, palette.line);
}

/** A sheet with its title; what it is about goes between 170 and 560. */
export function newSheet(title: string, subtitle: string): Canvas {
  const canvas = newCanvas(pictureSize.width, pictureSize.height, palette.paper);
  const room = pictureSize.width - 2 * margin;
  const titleStyle = { face: "serif", size: 52, colour: palette.ink } as const;
  drawText(canvas, fitText(title, titleStyle, room), margin, 94, titleStyle);
  drawText(canvas, subtitle, margin, 136, { face: "sans", size: 22, colour: palette.muted });
  const name = { face: "serif", size: 30, colour: palette.terracotta } as const;
  const nameAt = pictureSize.width - margin - textWidth("Agon", name);
  drawText(canvas, "Agon", nameAt, friezeTop + 23, name);
  drawFrieze(canvas, nameAt - 24);
  return canvas;
}
