import { runCommand } from "./failure.mjs";
import { elapsed } from "./progress.mjs";
import { loadRowFile, rowFileNames } from "./row-files.mjs";
import { table } from "./table.mjs";

/**
 * What a file of test/bench exports.
 * @typedef {object} Bench
 * @property {string} title what is measured, in which units
 * @property {() => Promise<import("./table.mjs").Row[]>} run
 */

/** @param {string} name @returns {Promise<Bench>} */
const loadBench = async (name) => /** @type {Bench} */ (await loadRowFile("bench", name));

async function list() {
  console.log("npm run bench -- NAME ... | all");
  for (const name of rowFileNames("bench"))
    console.log(`  ${name.padEnd(20)} ${(await loadBench(name)).title}`);
}

await runCommand(async () => {
  const asked = process.argv.slice(2);
  if (asked.length === 0) {
    await list();
    return 0;
  }
  for (const name of asked.includes("all") ? rowFileNames("bench") : asked) {
    const { title, run } = await loadBench(name);
    const startedMs = Date.now();
    console.log(`\n== ${title}`);
    console.log(`${table(await run())}\n(${name}, ${elapsed(startedMs)})`);
  }
  return 0;
});
