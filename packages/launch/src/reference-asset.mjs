// The script of the API reference at /docs, put beside the site's static files: no page of ours loads from elsewhere.
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { inProject } from "./paths.mjs";

const source = "node_modules/@scalar/api-reference/dist/browser/standalone.js";

/** @param {string} assets the folder of static files */
export function placeReference(assets) {
  mkdirSync(path.join(assets, "docs"), { recursive: true });
  copyFileSync(inProject(source), path.join(assets, "docs/reference.js"));
}
