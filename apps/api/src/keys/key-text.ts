// The text of a key: agon_ + id (8) + _ + secret (32) + checksum (6), all in base62. The checksum is the CRC-32 of
// everything before it, so that a mistyped key is told apart from an unknown one without asking the database.

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const form = /^agon_([0-9A-Za-z]{8})_[0-9A-Za-z]{38}$/;
const checksumChars = 6;

/** CRC-32 as in zlib and PNG (reflected, polynomial 0xEDB88320) of ASCII text. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function checksum(text: string): string {
  let digits = "";
  for (let left = crc32(text); left > 0; left = Math.floor(left / 62))
    digits = base62.charAt(left % 62) + digits;
  return digits.padStart(checksumChars, "0");
}

function randomBase62(length: number, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  let text = "";
  while (text.length < length) {
    // 248 = 4 * 62: without the bytes above it every digit is equally likely.
    for (const byte of random(new Uint8Array(length)))
      if (byte < 248 && text.length < length) text += base62.charAt(byte % 62);
  }
  return text;
}

/** A text with the checksum that makes a key of it. */
export const withChecksum = (body: string): string => body + checksum(body);

/** A new key, 52 characters. */
export const newKeyText = (
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string => withChecksum(`agon_${randomBase62(8, random)}_${randomBase62(32, random)}`);

/** The id in a key's text; null when the text is no key, or was mistyped. */
export function keyIdOf(text: string): string | null {
  const id = form.exec(text)?.[1];
  if (id === undefined) return null;
  return checksum(text.slice(0, -checksumChars)) === text.slice(-checksumChars) ? id : null;
}
