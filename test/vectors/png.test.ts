import { crc32, inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { fillRect, newCanvas } from "../../apps/api/src/picture/canvas.ts";
import { pngOf } from "../../apps/api/src/picture/png.ts";

it("a PNG gives back the pixels that were drawn, with the checks that zlib computes", async () => {
  const canvas = newCanvas(3, 2, [255, 255, 255]);
  fillRect(canvas, 1, 0, 1, 2, [166, 60, 23]);
  const png = Buffer.from(await pngOf(canvas));
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([3, 2, 8, 2]);
  const dataBytes = png.readUInt32BE(33);
  const data = png.subarray(41, 41 + dataBytes);
  expect(png.readUInt32BE(41 + dataBytes)).toBe(crc32(png.subarray(37, 41 + dataBytes)));
  const row = [255, 255, 255, 166, 60, 23, 255, 255, 255];
  expect([...inflateSync(data)]).toEqual([0, ...row, 0, ...row]);
});
