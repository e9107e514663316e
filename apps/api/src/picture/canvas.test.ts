import { describe, expect, it } from "vitest";
import { type Canvas, type Colour, fillCircle, fillRect, fillShape, newCanvas } from "./canvas.ts";
import { drawText, fitText, textWidth } from "./text.ts";

const white: Colour = [255, 255, 255];
const black: Colour = [0, 0, 0];

/** How much of a pixel is covered with black, 0 to 1. */
const cover = ({ pixels, width }: Canvas, x: number, y: number): number =>
  1 - (pixels[3 * (y * width + x)] ?? 0) / 255;

const covered = (canvas: Canvas): number => {
  let sum = 0;
  for (let y = 0; y < canvas.height; y++) for (let x = 0; x < canvas.width; x++) sum += cover(canvas, x, y);
  return sum;
};

describe("filling", () => {
  it("covers a pixel by the share of it that lies inside", () => {
    const canvas = newCanvas(6, 4, white);
    fillRect(canvas, 1.25, 1, 2.5, 1.5, black);
    expect(cover(canvas, 1, 1)).toBeCloseTo(0.75, 2);
    expect(cover(canvas, 2, 1)).toBe(1);
    expect(cover(canvas, 3, 1)).toBeCloseTo(0.75, 2);
    expect(cover(canvas, 2, 2)).toBeCloseTo(0.5, 2);
    expect(cover(canvas, 4, 1)).toBe(0);
  });

  it("covers as much as the area of a slanted shape, of a circle and of a ring", () => {
    const triangle = newCanvas(40, 30, white);
    fillShape(
      triangle,
      [
        [
          [2.5, 3.5],
          [37, 9.25],
          [11, 27],
        ],
      ],
      black,
    );
    // Half the cross product of two sides.
    expect(covered(triangle)).toBeCloseTo(0.5 * (34.5 * 23.5 - 5.75 * 8.5), 0);
    const circle = newCanvas(40, 40, white);
    fillCircle(circle, 20, 20, 15, black);
    // A polygon of 32 sides.
    expect(covered(circle)).toBeCloseTo(16 * 225 * Math.sin(Math.PI / 16), 0);
    const ring = newCanvas(20, 20, white);
    const [outer, hole] = [
      [
        [2, 2],
        [18, 2],
        [18, 18],
        [2, 18],
      ],
      [
        [6, 6],
        [6, 14],
        [14, 14],
        [14, 6],
      ],
    ] as const;
    fillShape(ring, [outer, hole], black);
    expect(covered(ring)).toBeCloseTo(256 - 64, 0);
    expect(cover(ring, 10, 10)).toBe(0);
  });

  it("leaves out what lies beyond the sheet", () => {
    const canvas = newCanvas(4, 4, white);
    fillRect(canvas, -10, 2, 100, 100, black);
    expect(covered(canvas)).toBeCloseTo(8, 2);
  });
});

describe("text", () => {
  const style = { face: "sans", size: 20, colour: black } as const;

  it("is as wide as the advances of its letters", () => {
    // Inter's advances at weight 500 in thousandths: `0` 646, `1` 415.
    expect(textWidth("01", style)).toBeCloseTo((20 * (646 + 415)) / 1_000, 6);
  });

  it("gets an ellipsis where there is no room, and none where there is", () => {
    expect(fitText("Epaminondas", style, 1_000)).toBe("Epaminondas");
    const short = fitText("Epaminondas of Thebes", style, 100);
    expect(short).toMatch(/^Epam.*…$/);
    expect(textWidth(short, style)).toBeLessThanOrEqual(100);
  });

  it("draws something for letters of every script, and nothing for a space", () => {
    for (const text of ["A", "ǟ", "漢", "🙂"]) {
      const canvas = newCanvas(30, 30, white);
      drawText(canvas, text, 4, 24, style);
      expect(covered(canvas), text).toBeGreaterThan(5);
    }
    const empty = newCanvas(30, 30, white);
    drawText(empty, "  ", 4, 24, style);
    expect(covered(empty)).toBe(0);
  });
});
