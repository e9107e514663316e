import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dependenciesAreInstalled } from "./install.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "agon-install-"));
  mkdirSync(path.join(folder, "node_modules"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, packages: object) =>
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
const lock = (packages: object) => write("package-lock.json", packages);
const installed = (packages: object) => write("node_modules/.package-lock.json", packages);

describe("the dependencies count as installed", () => {
  it("when every locked package is there in its version, whatever the dates of the files", () => {
    installed({ "node_modules/a": { version: "1.0.0" } });
    lock({ "": {}, "packages/x": {}, "node_modules/a": { version: "1.0.0" } });
    expect(dependenciesAreInstalled(folder)).toBe(true);
  });

  it("though packages for other platforms are missing", () => {
    installed({});
    lock({ "node_modules/a-darwin": { version: "1.0.0", optional: true } });
    expect(dependenciesAreInstalled(folder)).toBe(true);
  });

  it("not before the first installation", () => {
    lock({});
    expect(dependenciesAreInstalled(folder)).toBe(false);
  });

  it("not when a package is missing or has another version", () => {
    installed({ "node_modules/a": { version: "1.0.0" } });
    lock({ "node_modules/a": { version: "1.0.1" } });
    expect(dependenciesAreInstalled(folder)).toBe(false);
    lock({ "node_modules/a": { version: "1.0.0" }, "packages/x/node_modules/b": { version: "1.0.0" } });
    expect(dependenciesAreInstalled(folder)).toBe(false);
  });
});
