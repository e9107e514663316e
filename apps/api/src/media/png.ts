// PNG (W3C, third edition): chunks up to IEND, and nothing behind it. Text, time and EXIF chunks are left out.
import type { Cleaner } from "./clean-file.ts";
import { fourAt, joined, viewOf } from "./pieces.ts";

const signatureBytes = 8;
/** Length, type and checksum. */
const frameBytes = 12;
const kept = new Set(
  "IHDR PLTE IDAT IEND tRNS cHRM gAMA sRGB sBIT bKGD pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT".split(" "),
);

export const cleanPng: Cleaner = (bytes) => {
  const view = viewOf(bytes);
  const pieces = [bytes.subarray(0, signatureBytes)];
  for (let at = signatureBytes; at + frameBytes <= bytes.length; ) {
    const type = fourAt(bytes, at + 4);
    const end = at + frameBytes + view.getUint32(at);
    if (end > bytes.length || (at === signatureBytes) !== (type === "IHDR")) return null;
    if (kept.has(type)) pieces.push(bytes.subarray(at, end));
    if (type === "IEND") return end === bytes.length ? joined(pieces) : null;
    at = end;
  }
  return null;
};
