import { InputError } from "../failure.ts";
import { type ArrayElement, ArraySplitter } from "./json-array.ts";
import { fileChunks, firstCharacter } from "./open-file.ts";
import { linesOf, textBlocks } from "./text-blocks.ts";

/** One value of a JSON or JSONL file with the line it begins on, or what is wrong there. */
export type JsonRow =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string };

/** Reads a value that stands on a line of its own faster than JSON.parse; null = it cannot. */
export type LineReader = (text: string) => unknown;

function parse(line: number, text: string, quick?: LineReader): JsonRow {
  const read = quick?.(text) ?? null;
  if (read !== null) return { line, value: read };
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unreadable";
    return { line, problem: text === "" ? "a value is missing here" : `not JSON: ${reason}` };
  }
}

const parseElement = ({ line, text }: ArrayElement): JsonRow => parse(line, text);

async function* arrayRows(path: string): AsyncGenerator<JsonRow[]> {
  const splitter = new ArraySplitter();
  try {
    for await (const chunk of fileChunks(path)) yield splitter.push(chunk).map(parseElement);
    splitter.end();
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${path}: ${error.message}`);
    throw error;
  }
}

async function* lineRows(path: string, quick?: LineReader): AsyncGenerator<JsonRow[]> {
  for await (const block of textBlocks(path)) {
    const rows: JsonRow[] = [];
    for (const { number, text } of linesOf(block)) {
      if (text.trim() !== "") rows.push(parse(number, text, quick));
    }
    yield rows;
  }
}

/**
 * The values of a file that holds either one JSON array or one JSON value a line, in batches.
 * Memory: one chunk and its longest value.
 */
export async function* jsonRows(path: string, quick?: LineReader): AsyncGenerator<JsonRow[]> {
  const first = await firstCharacter(path);
  if (first !== null) yield* first === "[" ? arrayRows(path) : lineRows(path, quick);
}
