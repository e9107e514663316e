import { writeFileSync } from "node:fs";
import { runCommand, WrongInput } from "./failure.mjs";
import { inProject } from "./paths.mjs";
import { elapsed } from "./progress.mjs";
import { resultsPage } from "./results-page.mjs";
import { loadRowFile, rowFileNames } from "./row-files.mjs";
import { table } from "./table.mjs";

const usage = "npm run bench -- [--fast] NAME ... | all";

/**
 * What a file of test/bench exports.
 * @typedef {object} Bench
 * @property {string} title what is measured, in which units
 * @property {readonly string[]} [notes] what the figures assume
 * @property {(options: {fast: boolean}) => Promise<import("./table.mjs").Row[]>} run `fast`: for a quick look
 */

/** @param {string} name @returns {Promise<Bench>} */
const loadBench = async (name) => /** @type {Bench} */ (await loadRowFile("bench", name));

/** @param {readonly string[]} args */
function benchOptions(args) {
  try {
    const options = /** @type {const} */ ({ fast: { type: "boolean", default: false } });
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { fast: values.fast, names: positionals.includes("all") ? rowFileNames("bench") : positionals };
  } catch (error) {
    throw new WrongInput(`${error instanceof Error ? error.message : error} Usage: ${usage}`);
  }
}

async function list() {
  console.log(usage);
  for (const name of rowFileNames("bench")) {
    console.log(`  ${name.padEnd(20)} ${(await loadBench(name)).title}`);
  }
}

/** @param {string} name @param {boolean} fast */
async function measure(name, fast) {
  const { title, notes = [], run } = await loadBench(name);
  const startedMs = Date.now();
  console.log(`\n== ${title}`);
  console.log(table(await run({ fast })));
  for (const note of notes) console.log(note);
  console.log(`(${name}, ${elapsed(startedMs)})`);
}

await runCommand(async () => {
  const { fast, names } = benchOptions(process.argv.slice(2));
  if (names.length === 0) await list();
  for (const name of names) await measure(name, fast);
  return 0;
});
