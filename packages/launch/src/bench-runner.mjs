import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCommand, WrongInput } from "./failure.mjs";
import { inProject } from "./paths.mjs";
import { elapsed } from "./progress.mjs";
import { resultsPage } from "./results-page.mjs";
import { loadRowFile, rowFileNames } from "./row-files.mjs";
import { table } from "./table.mjs";

const usage = "npm run bench -- [--fast] [--markdown] NAME ... | all";

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
    const flag = /** @type {const} */ ({ type: "boolean", default: false });
    const options = { fast: flag, markdown: flag };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { ...values, names: positionals.includes("all") ? rowFileNames("bench") : positionals };
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

/** @param {string} name @param {boolean} fast @returns {Promise<import("./results-page.mjs").Section>} */
async function measure(name, fast) {
  const { title, notes = [], run } = await loadBench(name);
  const startedMs = Date.now();
  console.log(`\n== ${title}`);
  const rows = await run({ fast });
  console.log([table(rows), ...notes, `(${name}, ${elapsed(startedMs)})`].join("\n"));
  return { name, title, notes, rows };
}

await runCommand(async () => {
  const { fast, markdown, names } = benchOptions(process.argv.slice(2));
  if (names.length === 0) await list();
  const sections = [];
  for (const name of names) sections.push(await measure(name, fast));
  if (markdown) writeFileSync(inProject("docs/results.md"), resultsPage(sections));
  return 0;
});
