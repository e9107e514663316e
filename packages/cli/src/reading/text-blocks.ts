import { InputError } from "../failure.ts";
import { fileChunks } from "./open-file.ts";

/** Whole lines of a file in one string; only the last block of a file may lack the final line end. */
export interface TextBlock {
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly firstLine: number;
}

const lineFeed = 10;
const maxLineBytes = 64 << 20;

function countLineFeeds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}

/** A file as blocks of whole lines (about 1 MiB each), without a byte order mark. Memory: two blocks. */
export async function* textBlocks(path: string): AsyncGenerator<TextBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of fileChunks(path)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    rest = bytes.subarray(end);
    if (rest.length > maxLineBytes) {
      throw new InputError(`${path}: the line after line ${line} is longer than 64 MiB`);
    }
    if (end === 0) continue;
    const whole = bytes.subarray(0, end);
    yield { text: decode(whole, line), firstLine: line };
    line += countLineFeeds(whole);
  }
  if (rest.length > 0) yield { text: decode(rest, line), firstLine: line };
}

const decode = (bytes: Buffer, line: number): string => {
  const text = bytes.toString("utf8");
  return line === 1 && text.startsWith("\uFEFF") ? text.slice(1) : text;
};

export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a block without their ends; empty lines are left out. */
export function* linesOf(block: TextBlock): Generator<Line> {
  let number = block.firstLine;
  for (let start = 0; start < block.text.length; number += 1) {
    const found = block.text.indexOf("\n", start);
    const end = found < 0 ? block.text.length : found;
    const last = end > start && block.text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (last > start) yield { number, text: block.text.slice(start, last) };
    start = end + 1;
  }
}
