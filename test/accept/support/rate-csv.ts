import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const main = fileURLToPath(new URL("../../../packages/cli/src/main.ts", import.meta.url));
const longOutputBytes = 16 * 1024 * 1024;

/** A row of `agon rate --json`. */
export interface RatedRow {
  readonly model: string;
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly wins: number;
  readonly ties: number;
}

/** `agon rate FILE --json`, without a server. */
export async function rateCsv(file: string, ...args: string[]): Promise<{ models: RatedRow[] }> {
  const command = [main, "rate", file, "--json", ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: longOutputBytes });
  return JSON.parse(stdout) as { models: RatedRow[] };
}
