// From an empty folder to a bracket that moves, and back after a stop.
import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Arena, Page, Tournament } from "@agon/contract";
import { type AcceptContext, type AcceptRow, freePort, type RunningStart } from "@agon/launch";

const root = fileURLToPath(new URL("../..", import.meta.url));
const firstStartTimeoutMs = 600_000;
const secondStartLimitMs = 15_000;
const moveLimitMs = 60_000;
const pollMs = 1_000;

/** What a new terminal would have: nothing of the npm run that started this. */
const newTerminal = (): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(process.env)
      .filter(([name]) => !name.startsWith("npm_") && name !== "INIT_CWD" && name !== "NODE")
      .map(([name, value]) => [name, name === "PATH" ? withoutTools(value ?? "") : value]),
  );

const withoutTools = (searchPath: string) =>
  searchPath
    .split(path.delimiter)
    .filter((folder) => !folder.includes("node_modules") && !folder.includes("node-gyp-bin"))
    .join(path.delimiter);

interface Checkout {
  readonly folder: string;
  readonly port: number;
  running: RunningStart;
}

let checkout: Checkout | null = null;

const npmStart = (context: AcceptContext, folder: string, port: number) =>
  context.start(["--port", String(port), "--state", path.join(folder, ".agon")], {
    folder,
    program: ["npm", "start", "--"],
    env: newTerminal(),
    timeoutMs: firstStartTimeoutMs,
  });

async function firstStart(context: AcceptContext) {
  const folder = path.join(context.temporaryFolder(), "agon");
  execFileSync("git", ["clone", "--quiet", root, folder]);
  const port = await freePort();
  checkout = { folder, port, running: await npmStart(context, folder, port) };
  return { ok: true, figure: `ready after ${Math.round(checkout.running.readyAfterMs / 1000)} s` };
}

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Decided matches of every live tournament, by its id. */
async function decidedMatches(url: string): Promise<Map<string, number>> {
  const { data } = await get<Page<Arena>>(`${url}/v1/arenas`);
  const ids = data.flatMap((arena) => arena.live.map((tournament) => tournament.id));
  const tournaments = await Promise.all(ids.map((id) => get<Tournament>(`${url}/v1/tournaments/${id}`)));
  return new Map(tournaments.map(({ id, matches_decided }) => [id, matches_decided]));
}

async function bracketMoves() {
  if (checkout === null) throw new Error("there is no checkout to look at");
  const { url } = checkout.running;
  const startedMs = Date.now();
  const before = await decidedMatches(url);
  for (; Date.now() < startedMs + moveLimitMs; await sleep(pollMs)) {
    for (const [id, decided] of await decidedMatches(url)) {
      const moved = decided - (before.get(id) ?? 0);
      if (moved > 0)
        return {
          ok: true,
          figure: `${moved} matches of ${id} after ${Math.round((Date.now() - startedMs) / 1000)} s`,
        };
    }
  }
  return { ok: false, figure: "no match was decided in a minute" };
}

async function secondStart(context: AcceptContext) {
  if (checkout === null) throw new Error("there is no checkout to start again");
  await checkout.running.stop();
  const { key } = checkout.running;
  checkout.running = await npmStart(context, checkout.folder, checkout.port);
  const { readyAfterMs } = checkout.running;
  const sameKey = checkout.running.key === key;
  const figure = `ready after ${(readyAfterMs / 1000).toFixed(1)} s, ${sameKey ? "the same" : "another"} key`;
  return { ok: readyAfterMs < secondStartLimitMs && sameKey, figure };
}

export const rows: AcceptRow[] = [
  {
    title: "a fresh clone gets ready",
    command: "git clone ... agon && cd agon && npm start",
    run: firstStart,
  },
  { title: "a bracket of the demo moves within a minute", run: bracketMoves },
  { title: "a second start takes under 15 s", command: "npm start", run: secondStart },
];
