// Which processes are ours, without trusting a bare process id: ids are used again after a reboot and in every
// container. A server's processes carry the state folder in their environment; a launcher is known by its id
// together with the moment it was born.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The variable that marks every process of a server with its state folder. */
export const marker = "AGON_STATE";

const hasProc = process.platform === "linux";

/** @param {string} file @returns {string} empty when the process is gone or not ours to read */
function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** The fields of /proc/PID/stat after the command's name, which may itself hold spaces. @param {string} pid */
const statFields = (pid) => readOrEmpty(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];

/**
 * @typedef {object} MarkedProcess
 * @property {number} pid
 * @property {number} group
 * @property {string} program the path of what runs
 */

/** @returns {(MarkedProcess & {environment: string})[]} */
function listFromProc() {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => (statFields(pid)[0] ?? "Z") !== "Z")
    .map((pid) => ({
      pid: Number(pid),
      group: Number(statFields(pid)[2]),
      program: readOrEmpty(`/proc/${pid}/cmdline`).split("\0")[0] ?? "",
      environment: `\0${readOrEmpty(`/proc/${pid}/environ`)}`,
    }));
}

/** @returns {(MarkedProcess & {environment: string})[]} */
function listFromPs() {
  const text = execFileSync("ps", ["axeww", "-o", "pid=,pgid=,command="], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return text.split("\n").flatMap((line) => {
    const [pid = "", group = "", ...command] = line.trim().split(/\s+/);
    const [program = ""] = command;
    // `ps` separates the environment by spaces, and so a folder's name with spaces comes in parts.
    return pid === ""
      ? []
      : [{ pid: Number(pid), group: Number(group), program, environment: `\0${command.join("\0")}\0` }];
  });
}

/**
 * The living processes of the servers of one state folder.
 * @param {string} state the folder's real path
 * @returns {MarkedProcess[]}
 */
export function processesOfState(state) {
  const mark = `\0${marker}=${hasProc ? state : state.replaceAll(" ", "\0")}\0`;
  return (hasProc ? listFromProc() : listFromPs())
    .filter((entry) => entry.environment.includes(mark))
    .map(({ pid, group, program }) => ({ pid, group, program }));
}

/** When a process was born, as opaque text; null when it does not live. @param {number} pid @returns {string | null} */
export function birthOf(pid) {
  if (hasProc) {
    const fields = statFields(String(pid));
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  }
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** @param {number} group @param {NodeJS.Signals} signal */
export function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
