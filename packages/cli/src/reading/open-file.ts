import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { InputError, systemCode } from "../failure.ts";

const chunkBytes = 1 << 20;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "the file may not be read",
  EISDIR: "this is a folder, not a file",
};

function asInputError(path: string, error: unknown): unknown {
  const reason = reasons[systemCode(error) ?? ""];
  return reason === undefined ? error : new InputError(`${path}: ${reason}`, "Check the path.");
}

/** The bytes of a file in chunks of at most 1 MiB. Throws `InputError` when it cannot be read. */
export async function* fileChunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: chunkBytes });
  } catch (error) {
    throw asInputError(path, error);
  }
}

/** The size of a file in bytes, or null when the path names a folder. Throws `InputError` when it is missing. */
export async function fileSizeBytes(path: string): Promise<number | null> {
  try {
    const about = await stat(path);
    return about.isDirectory() ? null : about.size;
  } catch (error) {
    throw asInputError(path, error);
  }
}

/** The first character of a file that is not white space or a byte order mark; null for an empty file. */
export async function firstCharacter(path: string): Promise<string | null> {
  await fileSizeBytes(path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const text = buffer.toString("utf8", 0, bytesRead).replace(/^[\uFEFF\s]+/, "");
    return text.slice(0, 1) || null;
  } catch (error) {
    throw asInputError(path, error);
  } finally {
    await file.close();
  }
}
