import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint, keepFingerprint, keptFingerprint } from "./fingerprint.mjs";

let folder = "";
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "agon-fingerprint-"));
  write("src/a.ts", "a");
  write("src/b.ts", "b");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a fingerprint", () => {
  it("stays when nothing changes and differs when a content or a name does", () => {
    const before = fingerprint([folder]);
    expect(fingerprint([folder])).toBe(before);
    write("src/a.ts", "changed");
    const changed = fingerprint([folder]);
    expect(changed).not.toBe(before);
    write("src/a.ts", "a");
    write("src/c.ts", "");
    expect(fingerprint([folder])).not.toBe(before);
  });

  it("tells contents that were moved from one file to the next apart", () => {
    write("src/a.ts", "ab");
    write("src/b.ts", "");
    const first = fingerprint([folder]);
    write("src/a.ts", "a");
    write("src/b.ts", "b");
    expect(fingerprint([folder])).not.toBe(first);
  });

  it("leaves out tests and everything that was made", () => {
    const before = fingerprint([folder]);
    for (const name of [
      "src/a.test.ts",
      "node_modules/x/i.js",
      ".next/x",
      ".open-next/x",
      "dist/x",
      "next-env.d.ts",
    ])
      write(name, "x");
    expect(fingerprint([folder])).toBe(before);
  });

  it("counts a missing folder as empty and comes back from its file", () => {
    const file = path.join(folder, "made/.inputs");
    expect(keptFingerprint(file)).toBe("");
    keepFingerprint(file, fingerprint([path.join(folder, "missing")]));
    expect(keptFingerprint(file)).toBe(fingerprint([]));
  });
});
