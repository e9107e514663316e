import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";
import { signalGroup } from "./processes.mjs";
import { fillSilence } from "./progress.mjs";
import { toolEnvironment } from "./toolchain.mjs";

const keptOutputChars = 6_000;

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {string} [show] a title: the program's output goes to this terminal, and its silence is filled
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 1 when a signal ended the program or it could not start
 * @property {string} output stdout and stderr as they came, their last few thousand characters
 * @property {string} stdout empty when it was shown
 */

/**
 * Where a program's output goes. A terminal is handed over, so that the program may draw on it.
 * @param {RunOptions} options
 * @returns {("ignore" | "inherit" | "pipe")[]}
 */
const outputOf = (options) =>
  options.show !== undefined && process.stdout.isTTY
    ? ["ignore", "inherit", "inherit"]
    : ["ignore", "pipe", "pipe"];

/**
 * Collects and, when asked to, shows what a program writes.
 * @param {import("node:child_process").ChildProcess} child
 * @param {RunOptions} options
 */
function collect(child, { show }) {
  const kept = { output: "", stdout: "" };
  const filler = show === undefined ? null : fillSilence(show);
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name]?.setEncoding("utf8").on("data", (text) => {
      kept.output = (kept.output + text).slice(-keptOutputChars);
      if (name === "stdout" && filler === null) kept.stdout += text;
      if (filler === null) return;
      process[name].write(text);
      filler.heard();
    });
  }
  child.on("close", () => filler?.stop());
  return kept;
}

/**
 * Runs a program in the project's folder with the project's tools on its PATH.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const stdio = outputOf(options);
    // A group of its own, so that whatever the program started ends with it; one that draws on the terminal stays in
    // the terminal's group, where Ctrl-C reaches it anyway.
    const detached = stdio[1] === "pipe";
    const child = spawn(program, args, { cwd: root, env: toolEnvironment(options.env), stdio, detached });
    const end = () => (detached && child.pid ? signalGroup(child.pid, "SIGTERM") : void child.kill());
    process.once("exit", end);
    const kept = collect(child, options);
    child.on("error", (error) => resolve({ ...kept, code: 1, output: `${kept.output}${error.message}\n` }));
    child.on("close", (code) => {
      process.off("exit", end);
      resolve({ ...kept, code: code ?? 1 });
    });
  });
}

/**
 * Like `run`, and throws a `Failure` with the program's output when it fails.
 * @param {string} onFailure what to do then, one line
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export async function runOrFail(onFailure, program, args, options) {
  const result = await run(program, args, options);
  if (result.code !== 0) throw new Failure(onFailure, result.output);
  return result;
}
