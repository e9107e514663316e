// A site to look at: a new one, started by the code of `npm start`, or one that runs already.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort, readRecord, spawnStart } from "@agon/launch";
import type { RunningSite } from "./running-site.ts";

/** The first start of a checkout installs and builds. */
const startTimeoutMs = 600_000;

export interface ServedSite extends RunningSite {
  readonly stop: () => Promise<void>;
}

/** `npm start` on a free port and a new state folder. */
export async function startSite(args: readonly string[] = []): Promise<ServedSite> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "agon-browser-")));
  const state = path.join(folder, "state");
  const own = ["--port", String(await freePort()), "--state", state];
  const running = await spawnStart([...args, ...own], { timeoutMs: startTimeoutMs });
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: running.url, key: running.key, state, stop };
}

/** A server that runs already, by its state folder: repeating one test is quicker so. */
function siteOf(state: string): ServedSite {
  const record = readRecord(state);
  if (record === null) throw new Error(`No server runs on ${state}.`);
  const key = readFileSync(path.join(state, "admin-key"), "utf8").trim();
  return { url: `http://localhost:${record.port}`, key, state, stop: async () => undefined };
}

/** The site of the state folder in AGON_TEST_STATE, else a new one with the demo arenas. */
export async function servedSite(): Promise<ServedSite> {
  const running = process.env.AGON_TEST_STATE;
  return running === undefined ? startSite() : siteOf(running);
}
