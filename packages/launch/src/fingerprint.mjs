import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/** What a build makes or writes anew beside its sources. */
const made = new Set(["node_modules", ".next", ".open-next", ".wrangler", "dist", "next-env.d.ts"]);

/** @param {string} name */
const isInput = (name) => !made.has(name) && !name.includes(".test.") && !name.endsWith(".tsbuildinfo");

/** @param {string} entry @returns {string[]} the files at or below it, in a fixed order */
function filesBelow(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .filter(isInput)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
}

/**
 * A hash of the names and contents of files: the same text means nothing has to be built again.
 * @param {readonly string[]} entries files and folders, absolute; missing ones count as empty
 * @returns {string}
 */
export function fingerprint(entries) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap(filesBelow)) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} file @returns {string} the fingerprint kept there; empty when there is none */
export const keptFingerprint = (file) => (existsSync(file) ? readFileSync(file, "utf8").trim() : "");

/** @param {string} file @param {string} text */
export function keepFingerprint(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}
