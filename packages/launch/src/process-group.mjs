// One server at a time works on a state folder. Killing wrangler's Node leaves workerd serving on the port, and
// killing the launcher leaves both, so the next start first ends what an earlier one left behind.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { birthOf, processesOfState, signalGroup } from "./processes.mjs";

const defaultGraceMs = 5_000;
const pollMs = 20;
/** npm returns from Ctrl-C at once, while the launcher still ends its server. */
const defaultPatienceMs = 8_000;

/**
 * The command line reads the group and the port too (packages/cli/src/server/local-server.ts): it finds by them the
 * server that runs here.
 *
 * @typedef {object} GroupRecord
 * @property {number} group the process group of the server
 * @property {number} port
 * @property {{pid: number, birth: string | null}} launcher who started it
 */

/** @param {string} state */
const recordFile = (state) => path.join(state, "process-group");

/** @param {string} state @returns {GroupRecord | null} null also for a file cut short by a crash */
export function readRecord(state) {
  if (!existsSync(recordFile(state))) return null;
  try {
    return JSON.parse(readFileSync(recordFile(state), "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} state @param {number} group @param {number} port */
export function recordGroup(state, group, port) {
  const launcher = { pid: process.pid, birth: birthOf(process.pid) };
  writeFileSync(recordFile(state), `${JSON.stringify({ group, port, launcher })}\n`);
}

/**
 * Signals every process of the state folder's server and waits for their end.
 * @param {string} state
 * @param {NodeJS.Signals} signal
 * @param {number} withinMs
 * @returns {Promise<boolean>} whether all have ended
 */
async function end(state, signal, withinMs) {
  const found = processesOfState(state);
  for (const group of new Set(found.map((entry) => entry.group))) signalGroup(group, signal);
  // A dying process gives its environment up before its port, so those that were seen are watched by their ids.
  const someLive = () => found.some(({ pid }) => birthOf(pid) !== null) || processesOfState(state).length > 0;
  for (const untilMs = Date.now() + withinMs; someLive(); await sleep(pollMs)) {
    if (Date.now() > untilMs) return false;
  }
  return true;
}

/**
 * Ends every process of the state folder's server: asks first, then insists.
 * @param {string} state
 * @param {number} [graceMs] how long the asking is given
 */
export async function endGroups(state, graceMs = defaultGraceMs) {
  if (!(await end(state, "SIGTERM", graceMs))) await end(state, "SIGKILL", defaultGraceMs);
  rmSync(recordFile(state), { force: true });
}

/** @param {string} state @returns {GroupRecord | null} what another launcher that lives says of its server */
function livingRecord(state) {
  const record = readRecord(state);
  if (record === null || processesOfState(state).length === 0) return null;
  const { pid, birth } = record.launcher;
  return pid !== process.pid && birth !== null && birthOf(pid) === birth ? record : null;
}

/**
 * Takes the state folder over from a launcher that is gone, or about to go.
 * @param {string} state
 * @param {number} [patienceMs]
 */
export async function takeOver(state, patienceMs = defaultPatienceMs) {
  let living = livingRecord(state);
  for (
    const untilMs = Date.now() + patienceMs;
    living !== null && Date.now() < untilMs;
    await sleep(pollMs)
  ) {
    living = livingRecord(state);
  }
  if (living !== null) {
    const { port, launcher } = living;
    throw new Failure(
      `Agon runs with this state already on http://localhost:${port} (process ${launcher.pid}): end it there, or choose another folder with --state.`,
    );
  }
  await endGroups(state);
}
