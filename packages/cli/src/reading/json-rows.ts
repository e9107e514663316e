import { InputError } from "../failure.ts";
import { type ArrayElement, ArraySplitter } from "./json-array.ts";
import { fileChunks, firstCharacter } from "./open-file.ts";
import { linesOf, textBlocks } from "./text-blocks.ts";

/** One value of a JSON or JSONL file with the line it begins on, or what is wrong there. */
export type JsonRow =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string };

function parse(line: number, text: string): JsonRow {
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

async function* lineRows(path: string): AsyncGenerator<JsonRow[]> {
  for await (const block of textBlocks(path)) {
    yield Array.from(linesOf(block)).flatMap(({ number, text }) =>
      text.trim() === "" ? [] : [parse(number, text)],
    );
  }
}

/**
 * The values of a file that holds either one JSON array or one JSON value a line, in batches.
 * Memory: one chunk and its longest value.
 */
export async function* jsonRows(path: string): AsyncGenerator<JsonRow[]> {
  const first = await firstCharacter(path);
  if (first !== null) yield* first === "[" ? arrayRows(path) : lineRows(path);
}
