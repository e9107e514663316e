// Where a run keeps its answers: a folder named by what was asked for, so that the identical command goes on with it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, systemCode } from "../failure.ts";
import { callerPath } from "../importing/paths.ts";
import { type Journal, openJournal } from "./journal.ts";

export interface RunFolder {
  readonly path: string;
  readonly journal: Journal;
  readonly close: () => Promise<void>;
}

const pathOf = (identity: unknown): string => {
  const hash = createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 16);
  return callerPath(join(".agon", "runs", hash));
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/** One process at a time: two would pay for the same answers twice. A killed one leaves a lock that nobody holds. */
function lock(path: string): void {
  const holder = existsSync(path) ? Number(readFileSync(path, "utf8")) : Number.NaN;
  if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Failure(`This run is under way in process ${holder}`, "Wait for it, or stop it first.");
  }
  rmSync(path, { force: true });
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: "wx" });
  } catch (error) {
    if (systemCode(error) === "EEXIST") throw new Failure("This run has just been started elsewhere");
    throw error;
  }
}

/** Opens the folder of a run. @throws Failure when another process has it */
export function openRunFolder(identity: unknown): RunFolder {
  const path = pathOf(identity);
  mkdirSync(path, { recursive: true });
  const lockPath = join(path, "lock");
  lock(lockPath);
  const journal = openJournal(join(path, "answers.jsonl"));
  const close = async (): Promise<void> => {
    await journal.close();
    rmSync(lockPath, { force: true });
  };
  return { path, journal, close };
}
