// The format of an API key, shared by the operator's own key: agon_ + id (8) + _ + secret (32) + checksum (6).
// All parts are base62; the checksum is the CRC-32 of everything before it, so that a mistyped key is told
// apart from an unknown one without looking anything up.
import { createHash, randomBytes } from "node:crypto";

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const prefix = "agon_";
const idChars = 8;
const secretChars = 32;
const checksumChars = 6;

/** CRC-32 as in zlib and PNG (reflected, polynomial 0xEDB88320). @param {string} text ASCII @returns {number} */
export function crc32(text) {
  let crc = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** @param {string} text @returns {string} the checksum in base62, padded on the left with zeros */
export function checksum(text) {
  let left = crc32(text);
  let digits = "";
  for (; left > 0; left = Math.floor(left / 62)) digits = base62.charAt(left % 62) + digits;
  return digits.padStart(checksumChars, "0");
}

/** @param {number} length @param {(sizeBytes: number) => Uint8Array} random @returns {string} */
function randomBase62(length, random) {
  let text = "";
  while (text.length < length) {
    // 248 = 4 * 62: dropping the bytes above it keeps every digit equally likely.
    for (const byte of random(length))
      if (byte < 248 && text.length < length) text += base62.charAt(byte % 62);
  }
  return text;
}

/**
 * Makes a new key.
 * @param {(sizeBytes: number) => Uint8Array} [random]
 * @returns {string} 52 characters
 */
export function newOperatorKey(random = randomBytes) {
  const body = `${prefix}${randomBase62(idChars, random)}_${randomBase62(secretChars, random)}`;
  return body + checksum(body);
}

/** @param {string} key @returns {boolean} whether the text has the form of a key and its checksum fits */
export function isOperatorKey(key) {
  const form = new RegExp(`^${prefix}[0-9A-Za-z]{${idChars}}_[0-9A-Za-z]{${secretChars + checksumChars}}$`);
  return form.test(key) && checksum(key.slice(0, -checksumChars)) === key.slice(-checksumChars);
}

/** What the server knows of a key. @param {string} key @returns {string} SHA-256 of the whole key text, hex */
export const operatorKeyHash = (key) => createHash("sha256").update(key).digest("hex");
