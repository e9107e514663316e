import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";
import { toolEnvironment } from "./toolchain.mjs";

const keptOutputChars = 6_000;

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [show] lets the program write to this terminal instead of keeping its output
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 1 when a signal ended the program or it could not start
 * @property {string} output stdout and stderr as they came, their last few thousand characters
 * @property {string} stdout
 */

/**
 * Runs a program in the project's folder with the project's tools on its PATH.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: toolEnvironment(options.env),
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    const end = () => void child.kill();
    process.once("exit", end);
    let output = "";
    let stdout = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      output = (output + text).slice(-keptOutputChars);
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-keptOutputChars);
    });
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n`, stdout }));
    child.on("close", (code) => {
      process.off("exit", end);
      resolve({ code: code ?? 1, output, stdout });
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
