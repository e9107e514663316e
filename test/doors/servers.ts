// Two local servers without the site, empty at first: one to fill, one to carry everything over to.
import { execFile } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, type RunningStart, spawnStart } from "@agon/launch";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const main = path.join(root, "packages/cli/src/main.ts");
const startTimeoutMs = 300_000;

/** A folder that is gone with the run. */
export const makeFolder = (): string => realpathSync(mkdtempSync(path.join(tmpdir(), "agon-doors-")));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export async function startServer(folder: string, ...more: string[]): Promise<RunningStart> {
  const own = ["--port", String(await freePort()), "--state", path.join(folder, `state-${Date.now()}`)];
  return spawnStart(["--empty", "--no-site", ...own, ...more], { timeoutMs: startTimeoutMs });
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(program, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr: code === 0 ? stderr : stderr || String(error) });
    });
  });
}

/** The command line against a server; fails with what it wrote to stderr. */
export async function agon({ url, key }: RunningStart, ...args: string[]): Promise<string> {
  const env = { AGON_URL: url, AGON_KEY: key };
  const { code, stdout, stderr } = await runProgram(process.execPath, [main, ...args], env);
  if (code !== 0) throw new Error(`agon ${args.join(" ")} ended with ${code}: ${stderr}`);
  return stdout;
}
