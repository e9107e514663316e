import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { operatorKeyHash } from "./operator-key.mjs";
import { openStateFolder, operatorKey, writeServerEnvironment } from "./state-folder.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "agon-state-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => statSync(file).mode & 0o777;

describe("the state folder", () => {
  it("keeps one operator key for good, readable by its owner alone", () => {
    const state = openStateFolder(path.join(folder, "new/state"));
    const key = operatorKey(state);
    expect(operatorKey(state)).toBe(key);
    expect(modeOf(path.join(state, "admin-key"))).toBe(0o600);
    expect(modeOf(state)).toBe(0o700);
  });

  it("refuses a key file that was damaged instead of letting nobody in", () => {
    writeFileSync(path.join(folder, "admin-key"), "agon_broken\n");
    expect(() => operatorKey(folder)).toThrow(/remove it/);
  });

  it("gives the server the key's hash, never the key, and a secret that stays", () => {
    const file = writeServerEnvironment(folder, { limits: false });
    const first = readFileSync(file, "utf8");
    expect(modeOf(file)).toBe(0o600);
    expect(first).toContain(`AGON_ADMIN_KEY_HASH=${operatorKeyHash(operatorKey(folder))}\n`);
    expect(first).not.toContain(operatorKey(folder));
    expect(first).toMatch(/^AGON_SECRET=[\w-]{43}$/m);
    expect(first).toContain("AGON_LIMITS=off\n");
    const second = readFileSync(writeServerEnvironment(folder, { limits: true }), "utf8");
    expect(second).toBe(first.replace("AGON_LIMITS=off", "AGON_LIMITS=on"));
  });

  it("says which option helps when the folder cannot be made", () => {
    writeFileSync(path.join(folder, "file"), "");
    expect(() => openStateFolder(path.join(folder, "file/below"))).toThrow(/--state/);
  });
});
