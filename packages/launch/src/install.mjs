import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inProject, root } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run, runOrFail } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";

/** @typedef {{version?: string, link?: boolean, optional?: boolean}} LockedPackage */

/** @param {string} file @returns {Record<string, LockedPackage>} by folder */
const lockedPackages = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {};

/**
 * Whether node_modules holds what the lock file asks for. Compares versions, because a checkout gives
 * package-lock.json a new date without changing it; packages for other platforms may be missing.
 * @param {string} [folder] the checkout
 * @returns {boolean}
 */
export function dependenciesAreInstalled(folder = root) {
  const installedFile = path.join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const installed = lockedPackages(installedFile);
  return Object.entries(lockedPackages(path.join(folder, "package-lock.json"))).every(([place, wanted]) => {
    if (!place.includes("node_modules/")) return true;
    const found = installed[place];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/** Quiet, and without the calls that only make it slower. */
const flags = ["--no-audit", "--no-fund", "--loglevel=error"];

/** Installs what the lock file names when it is not there yet. */
export async function installDependencies() {
  if (dependenciesAreInstalled() && existsSync(projectNode())) return;
  await step("Installing the dependencies", async () => {
    const clean = !existsSync(inProject("node_modules"));
    if (clean && (await run("npm", ["ci", ...flags])).code === 0) return;
    await runOrFail(
      "npm could not install the dependencies: check the network and npm's settings, then try again.",
      "npm",
      ["install", "--no-save", ...flags],
    );
  });
  if (!existsSync(projectNode())) {
    throw new Failure(
      "npm ran no install scripts: allow them (npm config set ignore-scripts false), then try again.",
    );
  }
}
