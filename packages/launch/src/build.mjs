// Two builds, each made again only when its inputs changed: the site, and the one Worker with the site inside.
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "./failure.mjs";
import { fingerprint, keepFingerprint, keptFingerprint } from "./fingerprint.mjs";
import { inProject } from "./paths.mjs";
import { step } from "./progress.mjs";
import { placeReference } from "./reference-asset.mjs";
import { runOrFail } from "./run.mjs";
import { wrangler } from "./toolchain.mjs";

const siteFolder = inProject("apps/web/.open-next");
const assetsFolder = path.join(siteFolder, "assets");

/**
 * @typedef {object} Bundle
 * @property {string} entry its source
 * @property {string} folder where it is built
 * @property {string} file what wrangler serves
 */

/** @param {string} name @param {string} entry @returns {Bundle} */
function bundleOf(name, entry) {
  const folder = inProject("apps/api/dist", name);
  return {
    entry: inProject("apps/api/src", entry),
    folder,
    file: path.join(folder, entry.replace(/ts$/, "js")),
  };
}

/** What is deployed. */
export const wholeWorker = bundleOf("worker", "main.ts");
/** The same without the site, built in a second. */
const apiWorker = bundleOf("api", "worker-api.ts");

/** @param {string} folder */
const stampOf = (folder) => path.join(folder, ".inputs");

const common = [inProject("package-lock.json"), inProject("tsconfig.base.json"), inProject("wrangler.toml")];
const siteInputs = [...common, inProject("apps/web"), inProject("packages/contract")];
/** These run beside the server, never in it. */
const beside = ["cli", "launch"];
const apiInputs = [
  ...common,
  inProject("apps/api"),
  ...readdirSync(inProject("packages"))
    .filter((name) => !beside.includes(name))
    .map((name) => inProject("packages", name)),
];

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
    placeReference(assetsFolder);
    keepFingerprint(stampOf(siteFolder), wanted);
  });
}

/** The Worker's sources name the built site, so even `npm run dev` needs one. @returns {Promise<void>} */
export async function ensureSomeSite() {
  if (keptFingerprint(stampOf(siteFolder)) === "") await buildSite();
}

/**
 * Bundles a Worker exactly as a deployment would.
 * @param {Bundle} bundle
 */
async function bundleWorker({ entry, folder }) {
  const site = entry === wholeWorker.entry ? [stampOf(siteFolder)] : [];
  const wanted = fingerprint([...apiInputs, ...site]);
  if (keptFingerprint(stampOf(folder)) === wanted) return;
  await step("Bundling the server", async () => {
    // wrangler insists on the folder of the static files, even where no site is built.
    placeReference(assetsFolder);
    const fresh = `${folder}.${process.pid}`;
    const [program, script] = wrangler();
    await runOrFail(
      "The server could not be bundled: the lines above say why; npm run check helps to find it.",
      program,
      [script, "deploy", entry, "--dry-run", "--outdir", fresh],
    );
    keepFingerprint(stampOf(fresh), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  });
}

/**
 * Builds what changed.
 * @param {{build: boolean, site: boolean}} options without `build` it only checks that there is something to serve
 * @returns {Promise<string>} the file to serve
 */
export async function buildAll({ build, site }) {
  const bundle = site ? wholeWorker : apiWorker;
  if (build && site) await buildSite();
  if (build) await bundleWorker(bundle);
  if (!existsSync(bundle.file)) throw new Failure("Nothing is built yet: start once without --no-build.");
  return bundle.file;
}
