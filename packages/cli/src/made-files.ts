// Small files for tests, in one folder for each file of tests, which removes it at its end.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const home = mkdtempSync(join(tmpdir(), "agon-cli-"));

export const removeMadeFiles = (): void => rmSync(home, { recursive: true, force: true });

/** Writes files into a new folder; gives the folder. */
export async function madeFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(home, "files-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Writes one file; gives its path. */
export async function madeFile(name: string, text: string): Promise<string> {
  return join(await madeFolder({ [name]: text }), name);
}

export const jsonLines = (...rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
