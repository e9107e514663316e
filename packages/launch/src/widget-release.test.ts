import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildWidget, releasesFolder } from "./widget-release.mjs";

const kept = (name: string): string => readFileSync(path.join(releasesFolder, name), "utf8");

it("the newest release is what the sources build to; npm run release -w @agon/widget makes one", async () => {
  const { text, hash } = await buildWidget();
  expect(kept("v1.js")).toBe(text);
  expect(kept(`v1.${hash}.js`)).toBe(text);
});

it("a release is never changed: its name is its fingerprint", () => {
  const releases = readdirSync(releasesFolder).filter((name) => name !== "v1.js");
  expect(releases.length).toBeGreaterThan(0);
  for (const name of releases) {
    const hash = createHash("sha384").update(kept(name)).digest("hex").slice(0, 16);
    expect(name).toBe(`v1.${hash}.js`);
  }
});

it("the elements take at most 6 KB compressed", async () => {
  expect(gzipSync((await buildWidget()).text, { level: 9 }).length).toBeLessThanOrEqual(6_000);
});

it("the elements make no markup out of text and keep nothing in the browser", async () => {
  const { text } = await buildWidget();
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
  expect(text).not.toMatch(/localStorage|sessionStorage|document\.cookie|indexedDB/);
});
