// Byte budgets: what a reader of the code, an edge location and a phone have to carry.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { wholeWorker } from "./build.mjs";
import { inProject, root } from "./paths.mjs";
import { buildWidget } from "./widget-release.mjs";

const kib = 1024;

/**
 * @typedef {object} Budget
 * @property {string} title
 * @property {number} limitBytes after gzip
 * @property {() => Promise<number | null>} measure bytes after gzip; null when there is nothing to measure
 */

/** @param {Uint8Array} bytes @returns {number} */
const gzippedBytes = (bytes) => gzipSync(bytes, { level: 9 }).length;

/** @param {string} folder @param {RegExp} name @returns {string[]} the files below it, absolute */
const filesNamed = (folder, name) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => name.test(file))
        .map((file) => path.join(folder, file))
    : [];

/** @param {readonly string[]} files @returns {number | null} */
const sumOf = (files) =>
  files.length === 0 ? null : files.reduce((sum, file) => sum + gzippedBytes(readFileSync(file)), 0);

/**
 * Doors of pure packages, bundled and minified as one: `rating` is `@agon/rating`, `rating/live` a door beside it.
 * @param {readonly string[]} doors
 * @returns {Promise<number>}
 */
export async function measurePackages(doors) {
  const { build } = await import("esbuild");
  const entries = doors.map((door) => {
    const [name = door, entry = "index"] = door.split("/");
    return inProject("packages", name, `src/${entry}.ts`);
  });
  const contents = entries.map((file) => `export * from ${JSON.stringify(file)};`).join("");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return gzippedBytes(outputFiles[0]?.contents ?? new Uint8Array());
}

/** The whole Worker, the site included, as it would be uploaded. */
const measureWorker = async () => sumOf(filesNamed(wholeWorker.folder, /\.(js|mjs|wasm|bin|txt|html)$/));

const nextFolder = inProject("apps/web/.next");

/** The scripts every page loads; the polyfills are for browsers without modules alone. @returns {string[]} */
const commonScripts = () =>
  JSON.parse(readFileSync(path.join(nextFolder, "build-manifest.json"), "utf8")).rootMainFiles;

/** @param {string} manifest what Next wrote of a page's client components @returns {string[]} their scripts */
const scriptsNamedIn = (manifest) =>
  [...readFileSync(manifest, "utf8").matchAll(/\/_next\/(static\/chunks\/[^"]+\.js)/g)].map(
    ([, file = ""]) => file,
  );

/** The page that loads the most scripts. */
async function measureHeaviestPage() {
  const manifests = filesNamed(path.join(nextFolder, "server/app"), /page_client-reference-manifest\.js$/);
  const sizes = manifests.map((manifest) => {
    const scripts = new Set([...commonScripts(), ...scriptsNamedIn(manifest)]);
    return sumOf([...scripts].map((file) => path.join(nextFolder, file))) ?? 0;
  });
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** @type {readonly Budget[]} */
const budgets = [
  {
    title: "raters and formats, as a browser loads them",
    limitBytes: 20 * kib,
    measure: () => measurePackages(["rating", "tournament"]),
  },
  {
    title: "with schedules and live ratings, as the Worker loads them",
    limitBytes: 34 * kib,
    measure: () => measurePackages(["rating", "tournament", "rating/live", "tournament/schedule"]),
  },
  {
    title: "the custom elements for other pages",
    limitBytes: 6 * kib,
    measure: async () => gzippedBytes(Buffer.from((await buildWidget()).text)),
  },
  { title: "the scripts of the heaviest page", limitBytes: 180 * kib, measure: measureHeaviestPage },
  { title: "the Worker with the site", limitBytes: 3 * kib * kib, measure: measureWorker },
];

/** @param {number} bytes */
const inKib = (bytes) => `${(bytes / kib).toFixed(1)} KiB`;

/**
 * @param {readonly Budget[]} [measured]
 * @returns {Promise<{ok: boolean, text: string}>} a line per budget
 */
export async function checkBudgets(measured = budgets) {
  let ok = true;
  const lines = [];
  for (const { title, limitBytes, measure } of measured) {
    const bytes = await measure();
    const over = bytes !== null && bytes > limitBytes;
    ok &&= !over;
    const size = bytes === null ? "not built" : inKib(bytes);
    lines.push(`  ${title}: ${size} of ${inKib(limitBytes)} gzipped${over ? ", too much" : ""}`);
  }
  return { ok, text: lines.join("\n") };
}
