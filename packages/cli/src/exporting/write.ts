import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Failure, systemCode } from "../failure.ts";

/** Lets `write` fill a file, which appears under its name only when it is complete. */
export async function writeWhole<T>(file: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${file}.part`;
  try {
    const result = await write(part);
    await rename(part, file);
    return result;
  } catch (error) {
    if (systemCode(error) === null || !(error instanceof Error)) throw error;
    throw new Failure(`${file} cannot be written: ${error.message}`, "Choose another --out.");
  }
}

/** Writes lines to a file; without a name to stdout. */
export async function writeLines(lines: AsyncIterable<string>, file: string | undefined): Promise<void> {
  if (file === undefined) return pipeline(Readable.from(lines), process.stdout, { end: false });
  return writeWhole(file, (part) => pipeline(Readable.from(lines), createWriteStream(part)));
}
