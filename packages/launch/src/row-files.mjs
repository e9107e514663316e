// The files of test/bench and test/accept: plain TypeScript modules, run by Node itself.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { WrongInput } from "./failure.mjs";
import { inProject } from "./paths.mjs";

/**
 * @param {"bench" | "accept"} kind
 * @returns {string[]} the names that can be asked for
 */
export function rowFileNames(kind) {
  const folder = inProject("test", kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.basename(file, ".ts"))
    .sort();
}

/**
 * @param {"bench" | "accept"} kind
 * @param {string} name
 * @returns {Promise<unknown>} the module
 */
export function loadRowFile(kind, name) {
  if (!rowFileNames(kind).includes(name)) {
    throw new WrongInput(
      `There is no ${name} in test/${kind}: choose of ${rowFileNames(kind).join(", ") || "none"}.`,
    );
  }
  return import(pathToFileURL(inProject("test", kind, `${name}.ts`)).href);
}
