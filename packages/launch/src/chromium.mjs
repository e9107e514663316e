// Finds a Chromium for the browser tests, or brings one: an existing browser, Playwright's, the system's package.
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macApplications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @param {string} file @returns {boolean} */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string>} where Playwright keeps its own browser, whether it is there or not */
async function playwrightChromium() {
  const { chromium } = await import("playwright-core");
  return chromium.executablePath();
}

/**
 * The places where a browser may be, the wanted one first.
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function chromiumCandidates(env) {
  const named = [env.AGON_CHROMIUM, env.CHROME_PATH].filter((file) => file !== undefined && file !== "");
  const folders = (env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return /** @type {string[]} */ ([...named, ...onPath, ...macApplications]);
}

/** @returns {Promise<string | null>} one that starts; a browser may be there and lack a library */
async function workingChromium() {
  for (const file of [...chromiumCandidates(process.env), await playwrightChromium()]) {
    if (isExecutable(file) && (await run(file, ["--version"])).code === 0) return file;
  }
  return null;
}

/** @returns {string[] | null} what stands before apt-get for it to have the rights it needs */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return existsSync("/usr/bin/sudo") ? ["sudo", "-n"] : null;
}

/** @returns {Promise<string>} the output of whatever failed; empty when it worked */
async function installWithApt() {
  const prefix = rootPrefix();
  if (prefix === null || !existsSync("/usr/bin/apt-get"))
    return "There is no apt-get to ask, or no right to.\n";
  const packages = ["install", "-y", "--no-install-recommends", "chromium", "fonts-liberation"];
  for (const args of [["update"], packages]) {
    const [program = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
    const result = await run(program, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
    if (result.code !== 0) return result.output;
  }
  return "";
}

/** @returns {Promise<string>} */
async function installChromium() {
  const cli = inProject("node_modules/playwright-core/cli.js");
  const playwright = await run(projectNode(), [cli, "install", "chromium"]);
  const brought = playwright.code === 0 ? await workingChromium() : null;
  if (brought !== null) return brought;
  const log = await installWithApt();
  const installed = await workingChromium();
  if (installed !== null) return installed;
  throw new Failure(
    "No Chromium can be had: install one and name it in CHROME_PATH, then try again.",
    playwright.output + log,
  );
}

/**
 * @returns {Promise<string>} the path of a Chromium that starts
 */
export const ensureChromium = async () =>
  (await workingChromium()) ?? (await step("Installing a Chromium for the browser tests", installChromium));
