// What may be stored as an output's file. Its kind is read from its bytes, never from a name or a header; its structure is
// walked to the last byte, so that nothing is hidden behind it; and whatever tells of its maker (EXIF, XMP, ID3, text
// chunks) is left out.

import { checkMatroska, checkMp4, checkOgg } from "./containers.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanMp3 } from "./mp3.ts";
import { cleanPng } from "./png.ts";
import { cleanWav, cleanWebp } from "./riff.ts";
import { checkSvg } from "./svg.ts";

export interface CleanFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type MediaFault = { readonly ok: false; readonly code: string; readonly detail: string };

/** The cleaned bytes; null when the structure is broken or goes on behind its end. */
export type Cleaner = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null;

const svgType = "image/svg+xml";
const mib = 1_048_576;
/** Sound and film; pictures end earlier. */
export const largestFileBytes = 24 * mib;
const largestPictureBytes = 8 * mib;
/** A drawing as text. */
const largestDrawingBytes = mib;

interface Kind {
  readonly type: string;
  readonly clean: Cleaner;
}

const fault = (code: string, detail: string): MediaFault => ({ ok: false, code, detail });

/** A file as it may be stored, or why not. */
export function cleanFile(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly ok: true; readonly value: CleanFile } | MediaFault {
  if (bytes.length > largestFileBytes)
    return fault("media_too_large", `A file may have at most ${largestFileBytes} bytes.`);
  const kind = kindOf(bytes);
  if (kind === null)
    return fault(
      "media_type_unknown",
      "The file is none of PNG, JPEG, GIF, WebP, AVIF, SVG, MP3, WAV, Ogg, MP4 and WebM.",
    );
  const limitBytes = kind.type === svgType ? largestDrawingBytes : largestPictureBytes;
  if (kind.type.startsWith("image/") && bytes.length > limitBytes)
    return fault("media_too_large", `A picture of this kind may have at most ${limitBytes} bytes.`);
  if (isSomethingElseToo(bytes)) return fault("media_polyglot", "The file is of another kind, too.");
  const cleaned = kind.clean(bytes);
  if (cleaned === null)
    return fault(
      kind.type === svgType ? "media_svg_unsafe" : "media_broken",
      kind.type === svgType
        ? "The SVG holds a script, an event handler, a style sheet or a reference to something outside it."
        : `The file begins like ${kind.type} and its structure is broken, or something follows its end.`,
    );
  return { ok: true, value: { type: kind.type, bytes: cleaned } };
}

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

function kindOf(bytes: Uint8Array): Kind | null {
  const head = ascii(bytes, 0, 16);
  const at8 = head.slice(8, 12);
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return { type: "image/png", clean: cleanPng };
  if (head.startsWith("\xff\xd8\xff")) return { type: "image/jpeg", clean: cleanJpeg };
  if (/^GIF8[79]a/.test(head)) return { type: "image/gif", clean: cleanGif };
  if (head.startsWith("RIFF") && at8 === "WEBP") return { type: "image/webp", clean: cleanWebp };
  if (head.startsWith("RIFF") && at8 === "WAVE") return { type: "audio/wav", clean: cleanWav };
  if (head.startsWith("OggS")) return { type: "audio/ogg", clean: checkOgg };
  if (head.startsWith("\x1a\x45\xdf\xa3")) return { type: "video/webm", clean: checkMatroska };
  if (head.slice(4, 8) === "ftyp") return isoKind(at8);
  if (head.startsWith("ID3") || isMpegFrame(bytes)) return { type: "audio/mpeg", clean: cleanMp3 };
  return looksLikeSvg(bytes) ? { type: svgType, clean: checkSvg } : null;
}

const isoKind = (brand: string): Kind | null => {
  if (brand === "avif" || brand === "avis") return { type: "image/avif", clean: checkMp4 };
  return /^(?:isom|iso[2-9]|mp4[12]|avc1|M4V |M4A |dash|mmp4|f4v )$/.test(brand)
    ? { type: brand === "M4A " ? "audio/mp4" : "video/mp4", clean: checkMp4 }
    : null;
};

/** Sync word of MPEG audio, layer III. */
const isMpegFrame = ([first = 0, second = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe6) === 0xe2;

function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1_024)).trimStart();
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(head);
}

/** The end record of a ZIP with its comment has at most so many bytes. */
const zipTail = 65_557;

/** Markers that make other programs read a picture as a page, a document or an archive. */
function isSomethingElseToo(bytes: Uint8Array): boolean {
  const text = new TextDecoder("latin1");
  const head = text.decode(bytes.subarray(0, 2_048)).toLowerCase();
  if (/%pdf-|<!doctype html|<html[\s>]|<\?php|^#!\//.test(head)) return true;
  if (hasZipEnd(text.decode(bytes.subarray(-zipTail)))) return true;
  if (head.trimStart().startsWith("<")) return false;
  return /<script[\s>]|<\?php|<iframe[\s>]/i.test(text.decode(bytes));
}

/** An end record whose comment ends with the file: what unpackers look for. */
function hasZipEnd(tail: string): boolean {
  for (let at = tail.indexOf("PK\x05\x06"); at >= 0; at = tail.indexOf("PK\x05\x06", at + 1)) {
    const comment = tail.charCodeAt(at + 20) + 256 * tail.charCodeAt(at + 21);
    if (at + 22 + comment === tail.length) return true;
  }
  return false;
}
