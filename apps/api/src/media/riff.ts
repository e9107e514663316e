// RIFF files: WebP (RFC 9649) and WAV. Chunks fill the file exactly; those that tell of its maker are left out.
import type { Cleaner } from "./clean-file.ts";
import { fourAt, joined, viewOf } from "./pieces.ts";

const headBytes = 12;

function cleanRiff(
  bytes: Uint8Array<ArrayBuffer>,
  kept: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> | null {
  const view = viewOf(bytes);
  if (bytes.length < headBytes || view.getUint32(4, true) + 8 !== bytes.length) return null;
  const pieces: Uint8Array[] = [];
  let at = headBytes;
  while (at + 8 <= bytes.length) {
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (end > bytes.length) return null;
    if (kept.has(fourAt(bytes, at))) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  if (at !== bytes.length || pieces.length === 0) return null;
  const cleaned = joined([bytes.subarray(0, headBytes), ...pieces]);
  viewOf(cleaned).setUint32(4, cleaned.length - 8, true);
  return cleaned;
}

const webpChunks = new Set(["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"]);
/** Bits of VP8X that announce EXIF and XMP chunks. */
const metadataBits = 0b0000_1100;

export const cleanWebp: Cleaner = (bytes) => {
  const cleaned = cleanRiff(bytes, webpChunks);
  if (cleaned !== null && fourAt(cleaned, headBytes) === "VP8X")
    cleaned[headBytes + 8] = (cleaned[headBytes + 8] ?? 0) & ~metadataBits;
  return cleaned;
};

const waveChunks = new Set(["fmt ", "data", "fact", "smpl", "cue "]);

export const cleanWav: Cleaner = (bytes) => cleanRiff(bytes, waveChunks);
