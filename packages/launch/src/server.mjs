// The local server: `wrangler dev` on the bundled Worker. docs/decisions/local-server.md says why.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";
import { endGroups, recordGroup } from "./process-group.mjs";
import { marker, signalGroup } from "./processes.mjs";
import { toolEnvironment, wrangler } from "./toolchain.mjs";

const healthPollMs = 50;
const healthTimeoutMs = 60_000;
const shownLogChars = 4_000;

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} group its process group
 * @property {Promise<void>} ended settles when wrangler's Node process is gone, whoever ended it
 * @property {() => Promise<void>} stop ends all its processes
 */

/**
 * @typedef {object} ServerOptions
 * @property {number} port
 * @property {string} state the state folder's real path
 * @property {string} environmentFile the secrets and switches
 * @property {string | null} worker the bundled Worker; null serves the sources, reloads when they change and logs
 *   to this terminal
 */

/** @param {ServerOptions} options @returns {string[]} */
function serverArguments({ port, state, environmentFile, worker }) {
  const [, script] = wrangler();
  const served = worker === null ? [] : [worker, "--no-bundle"];
  const address = ["--ip", "localhost", "--port", String(port), "--inspector-port", "0"];
  const kept = ["--persist-to", state, "--env-file", environmentFile];
  const quiet = ["--show-interactive-dev-session=false", "--log-level", worker === null ? "log" : "warn"];
  return [script, "dev", ...served, ...address, ...kept, ...quiet];
}

/** What makes a server known as this folder's, and what keeps it to itself. @param {string} state */
const serverEnvironment = (state) =>
  toolEnvironment({
    [marker]: state,
    WRANGLER_REGISTRY_PATH: path.join(state, "registry"),
    WRANGLER_CI_DISABLE_CONFIG_WATCHING: "true",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
  });

/** @param {string} url @returns {Promise<boolean>} whether something answers there, healthy or not */
async function answers(url) {
  try {
    const response = await fetch(`${url}/v1/health`, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status === 200 || response.status === 503;
  } catch {
    return false;
  }
}

/** @param {string} url @param {() => boolean} hasEnded @returns {Promise<boolean>} */
async function becomesHealthy(url, hasEnded) {
  for (
    const untilMs = Date.now() + healthTimeoutMs;
    Date.now() < untilMs && !hasEnded();
    await sleep(healthPollMs)
  ) {
    if (await answers(url)) return true;
  }
  return false;
}

/** @param {string} state */
export const serverLog = (state) => path.join(state, "server.log");

/**
 * Runs wrangler in a process group of its own, which never outlives this process by its own fault.
 * @param {ServerOptions} options
 * @returns {{group: number, ended: Promise<void>, disown: () => void}}
 */
function spawnServer(options) {
  const log = options.worker === null ? "inherit" : openSync(serverLog(options.state), "w", 0o600);
  const [program] = wrangler();
  const child = spawn(program, serverArguments(options), {
    cwd: root,
    detached: true,
    env: serverEnvironment(options.state),
    stdio: ["ignore", log, log],
  });
  if (typeof log === "number") closeSync(log);
  const group = child.pid;
  if (group === undefined)
    throw new Failure(`${program} cannot be run: remove node_modules and start again.`);
  recordGroup(options.state, group, options.port);
  const killGroup = () => signalGroup(group, "SIGKILL");
  process.once("exit", killGroup);
  const ended = new Promise((/** @type {(value: void) => void} */ resolve) => {
    child.once("exit", () => resolve());
  });
  return { group, ended, disown: () => void process.off("exit", killGroup) };
}

/**
 * Starts the server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { port, state } = options;
  const { group, ended, disown } = spawnServer(options);
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const stop = () => endGroups(state).then(disown);
  const url = `http://localhost:${port}`;
  if (await becomesHealthy(url, () => hasEnded)) return { url, group, ended, stop };
  await stop();
  const log = options.worker === null ? "" : readFileSync(serverLog(state), "utf8").slice(-shownLogChars);
  throw new Failure(`The server did not start: the lines above, kept in ${serverLog(state)}, say why.`, log);
}
