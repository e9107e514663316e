import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommand, WrongInput } from "./failure.mjs";
import { freePort } from "./port.mjs";
import { elapsed } from "./progress.mjs";
import { loadRowFile, rowFileNames } from "./row-files.mjs";
import { spawnStart } from "./running-start.mjs";
import { table } from "./table.mjs";

/**
 * What a row works with; everything it starts or makes ends with its file.
 * @typedef {object} AcceptContext
 * @property {() => string} temporaryFolder a new one
 * @property {(args?: string[], setup?: import("./running-start.mjs").StartSetup) => Promise<import("./running-start.mjs").RunningStart>} start
 *   `npm start` on a free port and a new state folder, unless the arguments name others
 */

/**
 * One thing that has to be shown. A row without the data it needs answers `ok: null`.
 * @typedef {object} AcceptRow
 * @property {string} title
 * @property {string} [command] the command a person would type for it
 * @property {(context: AcceptContext) => Promise<{ok: boolean | null, figure: string}>} run
 */

/** @returns {{context: AcceptContext, close: () => Promise<void>}} */
function openContext() {
  /** @type {string[]} */
  const folders = [];
  /** @type {import("./running-start.mjs").RunningStart[]} */
  const starts = [];
  const temporaryFolder = () => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "agon-accept-")));
    folders.push(folder);
    return folder;
  };
  /** @type {AcceptContext["start"]} */
  const start = async (args = [], setup = {}) => {
    const port = args.includes("--port") ? [] : ["--port", String(await freePort())];
    const state = args.includes("--state") ? [] : ["--state", path.join(temporaryFolder(), "state")];
    const running = await spawnStart([...args, ...port, ...state], setup);
    starts.push(running);
    return running;
  };
  const close = async () => {
    await Promise.all(starts.map((running) => running.stop()));
    // npm returns before the launcher it ran has tidied up.
    for (const folder of folders)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  };
  return { context: { temporaryFolder, start }, close };
}

/** @param {AcceptRow} row @param {AcceptContext} context */
async function judge(row, context) {
  const startedMs = Date.now();
  if (row.command !== undefined) console.log(`  $ ${row.command}`);
  const { ok, figure } = await row
    .run(context)
    .catch((error) => ({ ok: false, figure: error instanceof Error ? error.message : String(error) }));
  const verdict = ok === null ? "skipped" : ok ? "ok" : "FAILED";
  console.log(`  ${verdict}: ${row.title}: ${figure}`);
  const [shortFigure = ""] = figure.split("\n");
  return { result: verdict, row: row.title, figure: shortFigure, time: elapsed(startedMs) };
}

/** @param {string} name */
async function judgeFile(name) {
  const { rows } = /** @type {{rows: AcceptRow[]}} */ (await loadRowFile("accept", name));
  console.log(`\n== ${name}`);
  const { context, close } = openContext();
  const results = [];
  try {
    for (const row of rows) results.push(await judge(row, context));
  } finally {
    await close();
  }
  return results;
}

/** @returns {string[]} the files asked for; the folder of the real data goes where the rows look for it */
function acceptOptions() {
  try {
    const options = /** @type {const} */ ({ data: { type: "string" } });
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.data !== undefined)
      process.env.AGON_DATA = path.resolve(process.env.INIT_CWD ?? process.cwd(), values.data);
    return positionals;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongInput(`${why} Usage: npm run accept -- [--data DIR] [FILE ...]`);
  }
}

await runCommand(async () => {
  const asked = acceptOptions();
  const results = [];
  for (const name of asked.length === 0 ? rowFileNames("accept") : asked)
    results.push(...(await judgeFile(name)));
  console.log(`\n${table(results)}`);
  return results.some(({ result }) => result === "FAILED") ? 1 : 0;
});
