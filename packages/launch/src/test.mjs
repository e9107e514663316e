// `npm test`: installs what is missing, then runs every vitest project in turn.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildAll } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { runCommand, WrongInput } from "./failure.mjs";
import { installDependencies } from "./install.mjs";
import { inProject } from "./paths.mjs";
import { elapsed } from "./progress.mjs";
import { run } from "./run.mjs";
import { countsOf, suites } from "./suites.mjs";
import { projectNode } from "./toolchain.mjs";

const known = suites.map((suite) => suite.name).join(", ");

/** @param {readonly string[]} args */
function testOptions(args) {
  try {
    const options = /** @type {const} */ ({ long: { type: "boolean", default: false } });
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const wanted = positionals.map((name) => suites.find((suite) => suite.name === name) ?? name);
    const unknown = wanted.find((suite) => typeof suite === "string");
    if (unknown !== undefined) throw new Error(`There is no suite ${unknown}.`);
    return {
      long: values.long,
      chosen: wanted.length === 0 ? suites : wanted.filter((s) => typeof s !== "string"),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongInput(`${why} Usage: npm test -- [--long] [SUITE ...] with the suites ${known}.`);
  }
}

/**
 * @param {import("./suites.mjs").Suite} suite
 * @param {Record<string, string>} env
 * @returns {Promise<import("./suites.mjs").Counts>}
 */
async function runSuite(suite, env) {
  const folder = mkdtempSync(path.join(tmpdir(), "agon-test-"));
  const report = path.join(folder, "report.json");
  const startedMs = Date.now();
  console.log(`\n== ${suite.title} (${suite.name})`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = [inProject("node_modules/vitest/vitest.mjs"), "run", "--project", suite.name, ...reporters];
  const { code } = await run(projectNode(), args, { env, show: suite.title });
  const counts = countsOf(existsSync(report) ? readFileSync(report, "utf8") : null, code);
  rmSync(folder, { recursive: true });
  console.log(`== ${suite.name}: passed ${counts.passed}, failed ${counts.failed} in ${elapsed(startedMs)}`);
  return counts;
}

await runCommand(async () => {
  const { long, chosen } = testOptions(process.argv.slice(2));
  await installDependencies();
  /** @type {Record<string, string>} */
  const env = long ? { AGON_LONG: "1" } : {};
  if (chosen.some((suite) => suite.needsBrowser)) env.AGON_CHROMIUM = await ensureChromium();
  const total = { passed: 0, failed: 0, failures: /** @type {string[]} */ ([]) };
  for (const suite of chosen) {
    if (suite.needsBrowser) await buildAll({ build: true, site: true });
    const counts = await runSuite(suite, env);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.failures.push(...counts.failures);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  // At the end as well as in their place: who reads only the last lines sees what broke.
  for (const failure of total.failures) console.log(`failed: ${failure}`);
  return total.failed === 0 ? 0 : 1;
});
