import { expect, it } from "vitest";
import { keyIdOf, newKeyText } from "../../apps/api/src/keys/key-text.ts";
import { isOperatorKey, newOperatorKey } from "../../packages/launch/src/operator-key.mjs";

it("reads the keys that the launcher makes, and the other way round", () => {
  for (let round = 0; round < 100; round++) {
    const made = newOperatorKey();
    expect(keyIdOf(made)).toBe(made.slice(5, 13));
    expect(isOperatorKey(newKeyText())).toBe(true);
  }
});

it("tells every slip of one character", () => {
  const key = newKeyText();
  for (let at = 0; at < key.length; at++) {
    const slip = key.slice(0, at) + (key[at] === "a" ? "b" : "a") + key.slice(at + 1);
    expect(keyIdOf(slip), slip).toBeNull();
  }
  for (const text of ["", "agon_", key.slice(1), `${key}a`, key.toUpperCase(), ` ${key}`])
    expect(keyIdOf(text)).toBeNull();
});
