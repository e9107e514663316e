import { expect, it } from "vitest";
import { panBy, wholePicture, zoomBy } from "./zoom-view.ts";

it("keeps the point under the pointer where it is", () => {
  const view = zoomBy(wholePicture, 2, 0.25, -0.1);
  // A point p of the picture stands at p * scale + shift.
  expect(0.25 * view.scale + view.x).toBeCloseTo(0.25);
  expect(-0.1 * view.scale + view.y).toBeCloseTo(-0.1);
});

it("never zooms out beyond the whole picture or in beyond twelve times", () => {
  expect(zoomBy(wholePicture, 0.2)).toEqual(wholePicture);
  expect(zoomBy(wholePicture, 100).scale).toBe(12);
});

it("does not push a picture out of its frame", () => {
  expect(panBy(wholePicture, 1, 1)).toEqual(wholePicture);
  expect(panBy(zoomBy(wholePicture, 3), 9, -9)).toEqual({ scale: 3, x: 1, y: -1 });
});
