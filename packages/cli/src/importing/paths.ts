import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError, systemCode } from "../failure.ts";
import type { ImportFormat } from "./format.ts";

/** Where the caller stands: `npm run` changes the folder and leaves the first one in INIT_CWD. */
const callerFolder = (): string => process.env.INIT_CWD ?? process.cwd();

/** A path as the caller means it. */
export const callerPath = (path: string): string => resolve(callerFolder(), path);

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    throw new InputError(`${path}: there is no such file or folder`, "Check the path.");
  }
}

/** A folder stands for the JSON, JSONL and CSV files in it, by name. */
async function expanded(path: string): Promise<string[]> {
  if (!(await isFolder(path))) return [path];
  const names = (await readdir(path)).filter((name) => /\.(jsonl?|csv)$/.test(name)).sort();
  if (names.length === 0) throw new InputError(`${path}: the folder has no JSON, JSONL or CSV file`);
  return names.map((name) => join(path, name));
}

/** The files at the paths, with folders as what is in them. */
export async function filesAt(paths: readonly string[]): Promise<string[]> {
  return (await Promise.all(paths.map(expanded))).flat();
}

/** What a format reads, from the paths the caller gave: its files, or its one folder. */
export async function sourceOf({ name, source }: ImportFormat, paths: readonly string[]): Promise<string[]> {
  if (source === "files") return filesAt(paths);
  const [path] = paths;
  if (path !== undefined && paths.length === 1 && (await isFolder(path))) return [path];
  throw new InputError(`${name} takes one folder`, "Give the folder that holds its files.");
}
