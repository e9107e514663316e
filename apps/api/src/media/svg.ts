// SVG is text that browsers run. It is shown as a picture only, which runs no script and loads nothing; and an SVG that
// would want either is refused, so that opening its address by itself is harmless, too. No rule looks far from where it
// began, so that the time is linear in the text.
import type { Cleaner } from "./clean-file.ts";

const picture = "data:image/(?:png|jpeg|gif|webp);base64,";

const forbidden: readonly RegExp[] = [
  // Elements that run, load or embed, under any prefix.
  /<\s*(?:[\w-]{1,40}:)?(?:script|foreignobject|iframe|object|embed|audio|video|handler|listener)/i,
  // Animations that turn into one of these.
  /attributename\s*=\s*["']?\s*(?:xlink:)?(?:href|on)/i,
  // Handlers of events.
  /[\s"'/]on[a-z]+\s*=/i,
  // Entities and style sheets from elsewhere.
  /<!(?:doctype|entity|attlist|element)/i,
  /<\?xml-stylesheet/i,
  /@import/i,
  /javascript\s*:/i,
  /["'(]\s*data\s*:(?!image\/(?:png|jpeg|gif|webp);base64,)/i,
  // References out of the file; those within it begin with #.
  new RegExp(`(?:href|src)\\s*=(?!\\s*["']?\\s*(?:#|${picture}))`, "i"),
  new RegExp(`url\\((?!\\s*["']?\\s*(?:#|${picture}))`, "i"),
];

export const checkSvg: Cleaner = (bytes) => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
  // Comments and metadata may name the maker and draw nothing.
  const drawn = without(without(text, "<!--", "-->"), "<metadata", "</metadata>");
  const whole = /(?:<\/svg\s*>|\/>)\s*$/i.test(drawn.slice(-200));
  const safe = ![drawn, spelledOut(drawn)].some((one) => forbidden.some((rule) => rule.test(one)));
  return whole && safe ? new Uint8Array(new TextEncoder().encode(drawn)) : null;
};

/** The text without what stands between two marks, marks included. What is not closed stays. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return kept.join("") + text.slice(from);
    kept.push(text.slice(from, start));
    from = end + close.length;
  }
}

/** References to characters as the browser reads them. */
const spelledOut = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]{1,6});?/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d{1,7});?/g, (_, digits: string) => character(Number(digits)))
    .replaceAll(/&(?:tab|newline);/gi, "")
    .replaceAll(/&colon;/gi, ":");

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");
