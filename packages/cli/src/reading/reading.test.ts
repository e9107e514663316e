import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvRows } from "./csv-rows.ts";
import { jsonRows } from "./json-rows.ts";
import { textBlocks } from "./text-blocks.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "agon-reading-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, "file");
  await writeFile(path, text);
  return path;
}

const csv = async (text: string) => (await Array.fromAsync(csvRows(await file(text)))).flat();
const json = async (text: string) => (await Array.fromAsync(jsonRows(await file(text)))).flat();

test("plain CSV rows carry their line, whatever the line ends", async () => {
  const rows = [
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1", ""] },
    { line: 4, cells: ["é", "2"] },
  ];
  expect(await csv("a,b\n1,\n\né,2")).toEqual(rows);
  expect(await csv("\uFEFFa,b\r\n1,\r\n\r\né,2\r\n")).toEqual(rows);
});

test("quoted cells may hold commas, quotes and line ends, and later lines are counted right", async () => {
  expect(await csv('a,b\r\n"x\r\ny","1,""2"""\r\n\r\nz,3\r\n')).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["x\r\ny", '1,"2"'] },
    { line: 5, cells: ["z", "3"] },
  ]);
});

test("the reader without quotes and the parser agree on every file without quotes", async () => {
  const cell = fc.stringMatching(/^[a-z é.-]{0,4}$/);
  const record = fc.array(cell, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      async (records, end) => {
        const text = records.map((cells) => cells.join(",")).join(end);
        const parsed = parse(text, {
          relax_column_count: true,
          record_delimiter: end,
          skip_empty_lines: true,
        });
        expect((await csv(text)).map(({ cells }) => cells)).toEqual(parsed);
      },
    ),
    { numRuns: 50 },
  );
});

test("a quote that stands wrongly is an error with its line", async () => {
  await expect(csv('a,b\n1,2\n3,"4"5\n')).rejects.toThrow("line 3");
});

test("a quote that never ends is an error", async () => {
  await expect(csv('a,b\n1,2\n3,"4\n')).rejects.toThrow(/quote/i);
});

test("JSONL rows carry their line and a broken one says why", async () => {
  expect(await json('{"a":1}\n\nnope\n{"a":2}')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 3, problem: expect.stringContaining("not JSON") },
    { line: 4, value: { a: 2 } },
  ]);
});

test("a JSON array reads like the same values line by line", async () => {
  expect(await json('\uFEFF [{"a":1},\n{"a":2}]')).toEqual([
    { line: 1, value: { a: 1 } },
    { line: 2, value: { a: 2 } },
  ]);
});

test("an unfinished JSON array is an error of the file", async () => {
  await expect(json('[{"a":1}')).rejects.toThrow("ends in the middle of the array");
});

test("a missing file is an error that names it", async () => {
  await expect(Array.fromAsync(jsonRows("/no/such/file"))).rejects.toThrow("there is no such file");
});

test("an empty file has no rows", async () => {
  expect(await json("")).toEqual([]);
  expect(await csv("")).toEqual([]);
});

test("a file is read in blocks of whole lines, none lost and none cut", async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `${index},${"é".repeat(index % 40)}`);
  const blocks = await Array.fromAsync(textBlocks(await file(lines.join("\n"))));
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.map(({ text }) => text).join("")).toBe(lines.join("\n"));
  for (const { text, firstLine } of blocks) expect(text.startsWith(`${firstLine - 1},`)).toBe(true);
});
