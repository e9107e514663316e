import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createClient } from "@agon/contract/client";
import { connectTo } from "@agon/contract/connect";
import type { RunningStart } from "@agon/launch";

const main = fileURLToPath(new URL("../../../packages/cli/src/main.ts", import.meta.url));
const longOutputBytes = 64 * 1024 * 1024;

/** Runs the command line against a running server; its stdout. Fails with what it wrote to stderr. */
export async function agon({ url, key }: RunningStart, ...args: string[]): Promise<string> {
  const env = { ...process.env, AGON_URL: url, AGON_KEY: key };
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], {
    env,
    maxBuffer: longOutputBytes,
  });
  return stdout;
}

/** The typed client of a running server, as its operator. */
export const apiOf = ({ url, key }: RunningStart) => connectTo({ url, key });

/** The same without a key, as anybody: without a cookie every call is another voter's. */
export const strangerOf = ({ url }: RunningStart) => createClient((path, init) => fetch(url + path, init));
