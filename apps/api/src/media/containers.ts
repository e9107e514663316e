// Containers whose parts refer to each other by place, so that nothing can be left out: their outer structure must fill
// the file, and names in their tags are found by the scan of the whole file.
import type { Cleaner } from "./clean-file.ts";
import { fourAt, viewOf } from "./pieces.ts";

const isoBoxes = new Set(
  "ftyp moov mdat free skip wide meta moof mfra sidx styp uuid pdin ssix prft emsg".split(" "),
);

/** ISO base media (MP4, AVIF): boxes from the first byte to the last. */
export const checkMp4: Cleaner = (bytes) => {
  const view = viewOf(bytes);
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = view.getUint32(at);
    const long = short === 1 && at + 16 <= bytes.length ? Number(view.getBigUint64(at + 8)) : short;
    const size = short === 0 ? bytes.length - at : long;
    if (size < 8 || at + size > bytes.length || !isoBoxes.has(fourAt(bytes, at + 4))) return null;
    at += size;
  }
  return at === bytes.length ? bytes : null;
};

/** Ogg (RFC 3533): pages from the first byte to the last. */
export const checkOgg: Cleaner = (bytes) => {
  let at = 0;
  while (at + 27 <= bytes.length && fourAt(bytes, at) === "OggS") {
    const segments = bytes[at + 26] ?? 0;
    const table = bytes.subarray(at + 27, at + 27 + segments);
    at += 27 + segments + table.reduce((sum, length) => sum + length, 0);
  }
  return at === bytes.length ? bytes : null;
};

/** Matroska and WebM (RFC 8794): the document says `webm`, and its elements fill the file. */
export const checkMatroska: Cleaner = (bytes) => {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 64));
  if (!head.includes("webm")) return null;
  let at = 0;
  for (let elements = 0; at < bytes.length && elements < 64; elements++) {
    const idLength = lengthOf(bytes[at] ?? 0, 4);
    const size = idLength === null ? null : sizeAt(bytes, at + idLength);
    if (idLength === null || size === null) return null;
    // A live recording does not know its size: it goes on to the end.
    at = size.value === null ? bytes.length : at + idLength + size.length + size.value;
  }
  return at === bytes.length ? bytes : null;
};

/** Length of a variable-size number, by the leading zeros of its first byte. */
const lengthOf = (first: number, most: number): number | null => {
  const length = Math.clz32(first) - 23;
  return length <= most ? length : null;
};

function sizeAt(bytes: Uint8Array, at: number): { length: number; value: number | null } | null {
  const first = bytes[at] ?? 0;
  const length = lengthOf(first, 8);
  if (length === null || at + length > bytes.length) return null;
  const rest = bytes.subarray(at + 1, at + length);
  const top = first & ((1 << (8 - length)) - 1);
  const unknown = top === (1 << (8 - length)) - 1 && rest.every((byte) => byte === 0xff);
  return { length, value: unknown ? null : rest.reduce((sum, byte) => sum * 256 + byte, top) };
}
