// GIF89a: blocks up to the trailer, and nothing behind it. Comments and application data but the loop are left out.
import type { Cleaner } from "./clean-file.ts";
import { joined } from "./pieces.ts";

const [extension, image, trailer] = [0x21, 0x2c, 0x3b];
const [commentLabel, applicationLabel] = [0xfe, 0xff];

const tableBytes = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

export const cleanGif: Cleaner = (bytes) => {
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const pieces = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === trailer) {
      pieces.push(bytes.subarray(at, at + 1));
      return at + 1 === bytes.length ? joined(pieces) : null;
    }
    const data = block === image ? at + 11 + tableBytes(bytes[at + 9] ?? 0) : at + 2;
    const end = block === image || block === extension ? endOfBlocks(bytes, data) : null;
    if (end === null) return null;
    if (block === image || isKept(bytes, at)) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
};

/** Sub-blocks with their lengths, up to an empty one. */
function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    at += length + 1;
    if (length === 0) return at;
  }
  return null;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = bytes[at + 1];
  if (label === commentLabel) return false;
  return label !== applicationLabel || String.fromCharCode(...bytes.subarray(at + 3, at + 11)) === "NETSCAPE";
}
