// `npm run check`: everything that can be said of the code without running it for long.

import { checkBudgets } from "./budgets.mjs";
import { buildAll } from "./build.mjs";
import { Failure, runCommand } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { inProject } from "./paths.mjs";
import { elapsed, tick } from "./progress.mjs";
import { run } from "./run.mjs";
import { projectNode } from "./toolchain.mjs";
import { checkTypes } from "./type-projects.mjs";

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {() => Promise<{ok: boolean, text: string}>} look `text` is shown when it failed, or when there is some
 */

/** @param {string} program @param {...string} args @returns {Check["look"]} shows the output of a failure alone */
const program =
  (program, ...args) =>
  async () => {
    const { code, output } = await run(program, args);
    return { ok: code === 0, text: code === 0 ? "" : output.trimEnd() };
  };

async function types() {
  const text = await checkTypes();
  return { ok: text === "", text };
}

/** Bundling is what a deployment does before it uploads; the bundle is made again only when something changed. */
async function dryRun() {
  try {
    await buildAll({ build: true, site: true });
    return { ok: true, text: "" };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, text: error.details };
  }
}

/** @type {readonly Check[]} */
const checks = [
  { title: "types", look: types },
  { title: "lint and format", look: program("biome", "ci", "--colors=off", ".") },
  { title: "unused files, exports and dependencies", look: program("knip", "--no-progress") },
  {
    title: "architecture",
    look: program(
      projectNode(),
      inProject("node_modules/vitest/vitest.mjs"),
      "run",
      "--project",
      "unit",
      "test/house",
    ),
  },
  { title: "deployment, dry run", look: dryRun },
  { title: "byte budgets", look: () => checkBudgets() },
];

await runCommand(async () => {
  await installDependencies();
  const failed = [];
  for (const { title, look } of checks) {
    const startedMs = Date.now();
    const stop = tick(title, startedMs);
    const { ok, text } = await look().finally(stop);
    console.log(`${ok ? "ok    " : "FAILED"} ${title} (${elapsed(startedMs)})`);
    if (text !== "") console.log(text);
    if (!ok) failed.push(title);
  }
  if (failed.length > 0) throw new Failure(`Failed: ${failed.join("; ")}.`);
  console.log("Everything holds.");
  return 0;
});
