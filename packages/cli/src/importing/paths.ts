import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError, systemCode } from "../failure.ts";

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

/** The files of a format: a folder stands for the JSON, JSONL and CSV files in it, by name. */
export async function filesAt(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (!(await isFolder(path))) {
      files.push(path);
      continue;
    }
    const names = (await readdir(path)).filter((name) => /\.(jsonl?|csv)$/.test(name)).sort();
    if (names.length === 0) throw new InputError(`${path}: the folder has no JSON, JSONL or CSV file`);
    files.push(...names.map((name) => join(path, name)));
  }
  return files;
}

/** One folder of a format that is a folder. */
export async function folderAt(paths: readonly string[]): Promise<string> {
  const [path] = paths;
  if (path === undefined || paths.length > 1 || !(await isFolder(path))) {
    throw new InputError("This format takes one folder", "Give the folder that holds its files.");
  }
  return path;
}
