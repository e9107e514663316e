// JPEG (ITU T.81): marker segments, scans, EOI, and nothing behind it. Of the application segments only JFIF, colour
// profiles and Adobe's colour transform are kept; EXIF, XMP, IPTC and comments are left out.
import type { Cleaner } from "./clean-file.ts";
import { joined, viewOf } from "./pieces.ts";

const eoi = 0xd9;
const sos = 0xda;
const comment = 0xfe;

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const keptApplication = new Set([0xe0, 0xe2, 0xee]);

export const cleanJpeg: Cleaner = (bytes) => {
  const view = viewOf(bytes);
  const pieces = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === eoi) {
      pieces.push(bytes.subarray(at, at + 2));
      return at + 2 === bytes.length ? joined(pieces) : null;
    }
    if (at + 4 > bytes.length) return null;
    const end =
      marker === sos ? endOfScan(bytes, at + 2 + view.getUint16(at + 2)) : at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const dropped = marker === comment || (isApplication(marker) && !keptApplication.has(marker));
    if (!dropped) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
};

/** Entropy-coded data go on to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length + 1;
}
