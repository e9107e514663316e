import { readFile } from "node:fs/promises";
import { fieldsOf } from "../importing/fields.ts";

/** What `npm start` records of the server it runs: its port and its group of processes. */
const localRecord = new URL("../../../../.agon/process-group", import.meta.url);

/** Where `npm start` serves when nobody says otherwise. */
const usualPort = 8787;

const isPort = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535;

/** Whether a process of the group lives: a launcher that was killed leaves its record behind. */
function isRunning(group: unknown): boolean {
  // The groups 0 and 1 would ask about this process itself and about every process there is.
  if (!Number.isInteger(group) || Number(group) <= 1) return false;
  try {
    return process.kill(-Number(group), 0);
  } catch {
    return false;
  }
}

/** The port of the server that runs here, or null; a record that is missing or cut short names none. */
async function recordedPort(record: URL): Promise<number | null> {
  try {
    const { group, port } = fieldsOf(JSON.parse(await readFile(record, "utf8")));
    return isPort(port) && isRunning(group) ? port : null;
  } catch {
    return null;
  }
}

/** The address of this project's own server: where it runs, else where `npm start` would put it. */
export async function localServerAddress(record: URL = localRecord): Promise<string> {
  return `http://localhost:${(await recordedPort(record)) ?? usualPort}`;
}
