// Two builds, each made again only when its inputs changed: the site, and the one Worker with the site inside.
import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { fingerprint, keepFingerprint, keptFingerprint } from "./fingerprint.mjs";
import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { runOrFail } from "./run.mjs";
import { wrangler } from "./toolchain.mjs";

const siteFolder = inProject("apps/web/.open-next");
const workerFolder = inProject("apps/api/dist/worker");

/** The bundled Worker that is served. */
export const workerFile = path.join(workerFolder, "main.js");

/** @param {string} folder */
const stampOf = (folder) => path.join(folder, ".inputs");

const common = [inProject("package-lock.json"), inProject("tsconfig.base.json"), inProject("wrangler.toml")];
const siteInputs = [...common, inProject("apps/web"), inProject("packages/contract")];
const workerInputs = [...common, inProject("apps/api"), inProject("packages"), stampOf(siteFolder)];

/** Builds the site into apps/web/.open-next. @returns {Promise<void>} */
export async function buildSite() {
  const wanted = fingerprint(siteInputs);
  if (keptFingerprint(stampOf(siteFolder)) === wanted) return;
  await step("Building the site", async () => {
    rmSync(stampOf(siteFolder), { force: true });
    await runOrFail(
      "The site could not be built: the lines above say why; npm run check helps to find it.",
      "npm",
      ["run", "build", "-w", "@agon/web"],
    );
    keepFingerprint(stampOf(siteFolder), wanted);
  });
}

/** The Worker's sources name the built site, so even `npm run dev` needs one. @returns {Promise<void>} */
export async function ensureSomeSite() {
  if (keptFingerprint(stampOf(siteFolder)) === "") await buildSite();
}

/** Bundles the Worker exactly as a deployment would. @returns {Promise<void>} */
export async function bundleWorker() {
  const wanted = fingerprint(workerInputs);
  if (keptFingerprint(stampOf(workerFolder)) === wanted) return;
  await step("Bundling the server", async () => {
    const fresh = `${workerFolder}.${process.pid}`;
    const [program, script] = wrangler();
    await runOrFail(
      "The server could not be bundled: the lines above say why; npm run check helps to find it.",
      program,
      [script, "deploy", "--dry-run", "--outdir", fresh],
    );
    keepFingerprint(stampOf(fresh), wanted);
    rmSync(workerFolder, { recursive: true, force: true });
    renameSync(fresh, workerFolder);
  });
}

/** @param {boolean} allowed false only checks that there is something to serve */
export async function buildAll(allowed) {
  if (!allowed) {
    if (!existsSync(workerFile)) throw new Failure("Nothing is built yet: start once without --no-build.");
    return;
  }
  await buildSite();
  await bundleWorker();
}
