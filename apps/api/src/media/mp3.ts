// MPEG audio: ID3 tags before and behind the sound are left out; what remains must begin with a frame.
import type { Cleaner } from "./clean-file.ts";

const id3HeadBytes = 10;
const id3v1Bytes = 128;

export const cleanMp3: Cleaner = (bytes) => {
  let from = 0;
  while (textAt(bytes, from, 3) === "ID3") {
    const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[from + at] ?? 0) & 0x7f), 0);
    const footer = (bytes[from + 5] ?? 0) & 0x10 ? id3HeadBytes : 0;
    from += id3HeadBytes + size + footer;
  }
  const last = bytes.length - id3v1Bytes;
  const to = last >= from && textAt(bytes, last, 3) === "TAG" ? last : bytes.length;
  const sound = bytes.slice(from, to);
  return sound[0] === 0xff && ((sound[1] ?? 0) & 0xe0) === 0xe0 ? sound : null;
};

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
