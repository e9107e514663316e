// `npm start` as a child: how the crash tests and the acceptance rows see it, from outside and by its words alone.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";
import { elapsed } from "./progress.mjs";

const defaultTimeoutMs = 120_000;
const pollMs = 20;

/**
 * @typedef {object} RunningStart
 * @property {string} url
 * @property {string} key the operator's key as printed
 * @property {number} pid the launcher's process id
 * @property {number} readyAfterMs
 * @property {() => string} output everything it printed so far
 * @property {Promise<number | null>} exited the exit code, null after a signal
 * @property {() => Promise<number | null>} stop asks it to end and waits
 */

/**
 * @typedef {object} StartSetup
 * @property {string} [folder] the checkout to start, default this one
 * @property {string[]} [program] what runs the launcher, default this Node on the launcher's own file
 * @property {Record<string, string | undefined>} [env]
 * @property {number} [timeoutMs]
 */

/** @param {string[]} args @param {StartSetup} setup */
function spawnLauncher(args, { folder = root, program, env = process.env }) {
  const [file = "", ...rest] = program ?? [process.execPath, "packages/launch/src/start.mjs"];
  // The channel ends the launcher when this process is gone, however it went; npm would not pass it on.
  const channel = program === undefined ? /** @type {const} */ (["ipc"]) : [];
  return spawn(file, [...rest, ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe", ...channel] });
}

/**
 * Runs `npm start` and waits for its ready line.
 * @param {string[]} args its options
 * @param {StartSetup} [setup]
 * @returns {Promise<RunningStart>}
 */
export async function spawnStart(args, setup = {}) {
  const startedMs = Date.now();
  const child = spawnLauncher(args, setup);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part) => (text += part));
  let hasExited = false;
  const exited = new Promise((/** @type {(code: number | null) => void} */ resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  }).finally(() => {
    hasExited = true;
  });
  const untilMs = startedMs + (setup.timeoutMs ?? defaultTimeoutMs);
  for (; Date.now() < untilMs && !hasExited; await sleep(pollMs)) {
    const ready = /^Agon is ready on (http:\/\/localhost:\d+)$/m.exec(text);
    if (ready === null) continue;
    const key = /^Admin key: (agon_\S+)$/m.exec(text)?.[1] ?? "";
    const stop = () => {
      child.kill("SIGTERM");
      return exited;
    };
    const readyAfterMs = Date.now() - startedMs;
    return { url: ready[1] ?? "", key, pid: child.pid ?? 0, readyAfterMs, output: () => text, exited, stop };
  }
  child.kill("SIGKILL");
  const waited = elapsed(startedMs);
  throw new Failure(`npm start was not ready after ${waited}. It said:\n${text}`);
}
