import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { agon } from "../importing/formats/agon.ts";
import { madeFile, madeFolder, removeMadeFiles } from "../made-files.ts";
import { arenaLines } from "./arena-lines.ts";
import { writeHuggingFace } from "./hugging-face/folder.ts";
import { exportKinds } from "./kinds/index.ts";
import { madeLog, madeVerdict } from "./made-log.ts";
import { writeParquet } from "./parquet.ts";
import { exportLines } from "./text-lines.ts";

afterAll(removeMadeFiles);

const log = () =>
  madeLog([
    madeVerdict(3, [1, 2, 2], { first_only: true, flags: ["late"] }),
    madeVerdict(4, [2, 1], { counted: false }),
    madeVerdict(5, [1, 2], { judge: { id: "r", kind: "rule" }, tournament: "made.1", match: "r1.m1" }),
  ]);

const rowsOf = (name: keyof typeof exportKinds) => exportKinds[name].rows(log(), "made", {});

async function readParquet(file: string) {
  const buffer = await asyncBufferFromFile(file);
  return { rows: await parquetReadObjects({ file: buffer }), metadata: await parquetMetadataAsync(buffer) };
}

test("a Parquet file holds typed columns, lists and times, and what is not there as null", async () => {
  const file = join(await madeFolder({}), "verdicts.parquet");
  expect(await writeParquet(file, exportKinds.verdicts.columns, rowsOf("verdicts"))).toBe(3);
  const { rows, metadata } = await readParquet(file);
  expect(rows[0]).toEqual({
    seq: 3,
    ballot: "b3",
    at: new Date("2026-11-23T12:00:00.000Z"),
    criterion: "overall",
    judge: "voter-1",
    judge_kind: "human",
    prompt: "p",
    models: ["a", "b", "c"],
    ranks: [1, 2, 2],
    first_only: true,
    flags: ["late"],
    counted: true,
    tournament: null,
    match: null,
    withdrawn_by: null,
  });
  expect(rows[2]).toMatchObject({ flags: [], tournament: "made.1" });
  const types = parquetSchema(metadata).children.map(({ element }) => [element.name, element.type]);
  expect(types).toContainEqual(["counted", "BOOLEAN"]);
});

test("a Parquet file of many rows has groups of them, and one of none opens too", async () => {
  const folder = await madeFolder({});
  async function* many(count: number) {
    for (let at = 0; at < count; at += 1) yield { cells: [at, `text ${at}`] };
  }
  const columns = [
    { name: "n", type: "whole", about: "" },
    { name: "t", type: "text", about: "" },
  ] as const;
  await writeParquet(join(folder, "many"), columns, many(25_000));
  const { rows, metadata } = await readParquet(join(folder, "many"));
  expect(metadata.row_groups).toHaveLength(3);
  expect(rows.at(-1)).toEqual({ n: 24_999, t: "text 24999" });
  await writeParquet(join(folder, "none"), columns, many(0));
  expect((await readParquet(join(folder, "none"))).rows).toEqual([]);
});

test("a cell of a CSV file is never a formula, and lists stand in one cell", async () => {
  const pairs = await Array.fromAsync(exportLines(exportKinds.pairs.columns, rowsOf("pairs"), "csv"));
  expect(pairs[1]).toContain("'=says a,'=says b");
  const rankings = await Array.fromAsync(
    exportLines(exportKinds.rankings.columns, rowsOf("rankings"), "csv"),
  );
  expect(rankings[1]).toContain('"[""=says a"",""=says b"",""=says c""]",1 2 2,a b c,true');
});

test("a Hugging Face folder has a card that parses and metadata with the hash of every file", async () => {
  const folder = join(await madeFolder({}), "data-set");
  const connection = { url: new URL("https://agon.example"), client: log(), headers: {} };
  await writeHuggingFace(connection, "made", folder, {});
  const card = await readFile(join(folder, "README.md"), "utf8");
  const front = parse(card.split("---")[1] ?? "") as {
    pretty_name: string;
    configs: { config_name: string; data_files: { path: string }[] }[];
  };
  expect(front.pretty_name).toBe('A "made" arena: # one');
  const paths = front.configs.flatMap(({ data_files }) => data_files.map(({ path }) => path));
  expect(front.configs.map(({ config_name }) => config_name).sort()).toEqual(Object.keys(exportKinds).sort());
  const croissant = JSON.parse(await readFile(join(folder, "croissant.json"), "utf8"));
  expect(croissant.conformsTo).toBe("http://mlcommons.org/croissant/1.1");
  for (const { contentUrl, sha256 } of croissant.distribution) {
    const bytes = await readFile(join(folder, contentUrl));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(paths).toContain(contentUrl);
  }
  const ids = croissant.distribution.map((file: { "@id": string }) => file["@id"]);
  for (const { field, name } of croissant.recordSet) {
    const { rows } = await readParquet(join(folder, `data/${name}.parquet`));
    for (const { source } of field) {
      expect(ids).toContain(source.fileObject["@id"]);
      if (rows[0]) expect(Object.keys(rows[0])).toContain(source.extract.column);
    }
  }
});

test("an arena's own lines are read back as they were, without the votes that do not count", async () => {
  const lines = await Array.fromAsync(arenaLines(log(), "made"));
  const file = await madeFile("made.jsonl", lines.join(""));
  expect(await agon.settings?.([file])).toEqual({
    title: 'A "made" arena: # one',
    modality: "text",
    description: "",
    k: 2,
    criteria: [{ slug: "overall", title: "Overall", instruction: "Which?" }],
    matchmaking: "uniform",
  });
  const rows = (await Array.fromAsync(agon.rows([file], {}))).flat();
  expect(rows.filter((row) => "problem" in row)).toEqual([]);
  const records = rows.flatMap((row) => ("records" in row ? row.records : []));
  expect(records.map(({ kind }) => kind)).toEqual([
    ...["model", "model", "model", "prompt", "output", "output", "output", "verdict", "verdict"],
  ]);
  expect(records).toContainEqual(
    expect.objectContaining({
      kind: "verdict",
      id: "b3",
      firstOnly: true,
      criterion: "overall",
      flags: ["late"],
    }),
  );
});

test.each([
  ['{"type":"arena","k":99}\n', "k"],
  ['{"type":"arena","criteria":[]}\n', "criteria"],
])("settings that no arena can have are wrong input: %s", async (text, field) => {
  await expect(agon.settings?.([await madeFile("bad.jsonl", text)])).rejects.toThrow(`:1: ${field}`);
});

test.each([
  ['{"type":"vote"}', "type"],
  ['{"type":"model"}', "slug"],
  ['{"type":"verdict","id":"1","models":["a",2]}', "models"],
  ['{"type":"verdict","id":"1","models":["a","b"],"prompt":"p","ranks":["x"]}', "ranks"],
  ['{"type":"output","model":"a","prompt":"p","content":"x","score":"1"}', "score"],
])("a bad line is told by its field: %s", async (text, field) => {
  const file = await madeFile("bad.jsonl", `${text}\n`);
  const [row] = (await Array.fromAsync(agon.rows([file], {}))).flat();
  expect(row).toMatchObject({ problem: { line: 1, field } });
});
