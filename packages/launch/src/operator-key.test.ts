import { describe, expect, it } from "vitest";
import { checksum, crc32, isOperatorKey, newOperatorKey, operatorKeyHash } from "./operator-key.mjs";

describe("the operator key", () => {
  it("uses the CRC-32 of zlib", () => {
    // The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    expect(crc32("123456789")).toBe(0xcbf43926);
  });

  it("pads the checksum to six base62 digits", () => {
    expect(crc32("")).toBe(0);
    expect(checksum("")).toBe("000000");
    expect(checksum("123456789")).toMatch(/^[0-9A-Za-z]{6}$/);
  });

  it("is agon_, eight characters, an underscore, thirty-two characters and the checksum", () => {
    expect(newOperatorKey()).toMatch(/^agon_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/);
    expect(newOperatorKey()).not.toBe(newOperatorKey());
  });

  it("draws only from bytes that map evenly onto the alphabet", () => {
    let byte = 255;
    const falling = (sizeBytes: number) => Uint8Array.from({ length: sizeBytes }, () => byte--);
    expect(newOperatorKey(falling)).toMatch(/^agon_zyxwvuts_/);
  });

  it("is recognised when whole and refused when one character differs", () => {
    const key = newOperatorKey();
    expect(isOperatorKey(key)).toBe(true);
    for (let at = 0; at < key.length; at += 1) {
      const changed = `${key.slice(0, at)}${key[at] === "x" ? "y" : "x"}${key.slice(at + 1)}`;
      expect(isOperatorKey(changed), changed).toBe(false);
    }
  });

  it("is known to the server by its SHA-256 alone", () => {
    // The SHA-256 of "abc" in FIPS 180-2, appendix B.1.
    expect(operatorKeyHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
