import { afterAll, expect, test } from "vitest";
import { InputError } from "../failure.ts";
import { jsonLines, madeFile, madeFolder, removeMadeFiles } from "../made-files.ts";
import { chatbotArena } from "./formats/chatbot-arena.ts";
import { llmfao } from "./formats/llmfao.ts";
import { csv, jsonl } from "./formats/table.ts";
import { type ImportOptions, importFiles } from "./import.ts";
import { type MadeArena, madeArena } from "./made-arena.ts";

afterAll(removeMadeFiles);

const quiet = { start: () => {}, advance: () => {}, finish: () => {} };
const options: ImportOptions = { arena: "a", create: true, keepGoing: false };

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    model: `Model ${at % 3}`,
    prompt: `Prompt ${at}`,
    content: `text ${at}`,
  }));

const importRows = (arena: MadeArena, path: string, more: Partial<ImportOptions> = {}) =>
  importFiles(arena.client, jsonl, [path], { ...options, ...more }, quiet);

test("an import makes the arena and stores everything", async () => {
  const arena = madeArena("a");
  const report = await importRows(arena, await madeFile("o.jsonl", jsonLines(...rows(7))));
  expect(report).toMatchObject({
    created: true,
    stored: { models: 3, prompts: 7, outputs: 7, votes: 0 },
    unchanged: { models: 0, prompts: 0, outputs: 0, votes: 0 },
    refused: 0,
  });
  expect(arena.outputs.get("model-1/prompt-4")).toBe('["text 4",null]');
});

test("the same import again changes nothing and says so", async () => {
  const arena = madeArena("a");
  const path = await madeFile("o.jsonl", jsonLines(...rows(7)));
  await importRows(arena, path);
  const before = structuredClone({ outputs: arena.outputs, prompts: arena.prompts, models: arena.models });
  const again = await importRows(arena, path);
  expect(again).toMatchObject({
    created: false,
    stored: { models: 0, prompts: 0, outputs: 0, votes: 0 },
    unchanged: { models: 3, prompts: 7, outputs: 7, votes: 0 },
  });
  expect({ outputs: arena.outputs, prompts: arena.prompts, models: arena.models }).toEqual(before);
});

test("a bad row refuses everything before anything is sent, and is told by line and field", async () => {
  const arena = madeArena("a");
  const path = await madeFile("o.jsonl", `${jsonLines(...rows(2))}{"model":"m","prompt":"p"}\n`);
  const error = await importRows(arena, path).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toContain(`${path}:3: content: is missing`);
  expect(arena.requests).toEqual(["GET /v1/arenas/a"]);
});

test("with keep-going the good rows stand and the bad ones are reported", async () => {
  const arena = madeArena("a");
  const path = await madeFile("o.jsonl", `nope\n${jsonLines(...rows(2))}{"model":"m","prompt":"p"}\n`);
  const report = await importRows(arena, path, { keepGoing: true });
  expect(report).toMatchObject({ refused: 2, stored: { models: 2, prompts: 2, outputs: 2 } });
  expect(report.problems.map(({ line, field }) => [line, field])).toEqual([
    [1, ""],
    [4, "content"],
  ]);
  expect([...arena.models.keys()]).toEqual(["model-0", "model-1"]);
});

test.each([
  ["o.jsonl", "", jsonl],
  ["o.jsonl", "\n \n", jsonl],
  ["o.json", "[]", jsonl],
  ["o.csv", "model,prompt,content\n", csv],
])("%s of %j holds no rows: nothing is made of it", async (name, text, format) => {
  const arena = madeArena("a");
  const path = await madeFile(name, text);
  for (const keepGoing of [false, true]) {
    const run = importFiles(arena.client, format, [path], { ...options, keepGoing }, quiet);
    await expect(run).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringContaining(`${path}: the file holds no rows`),
    });
  }
  expect(arena.requests).toEqual(["GET /v1/arenas/a", "GET /v1/arenas/a"]);
});

test("no arena is made of a file without a good row, with keep-going neither", async () => {
  const arena = madeArena("a");
  const path = await madeFile("o.jsonl", 'nope\n{"model":"m","prompt":"p"}\n');
  await expect(importRows(arena, path, { keepGoing: true })).rejects.toMatchObject({
    name: "InputError",
    message: expect.stringContaining("2 rows are not valid"),
    hint: expect.stringContaining("no good row"),
  });
  expect(arena.requests).toEqual(["GET /v1/arenas/a"]);
});

test("a second output of a model for a prompt is refused, the same one twice is not", async () => {
  const output = { model: "m", prompt: "p", content: "x" };
  const same = await madeFile("same.jsonl", jsonLines(output, output));
  expect(await importRows(madeArena("a"), same)).toMatchObject({
    stored: { outputs: 1 },
    unchanged: { outputs: 1 },
  });
  const other = await madeFile("other.jsonl", jsonLines(output, { ...output, content: "y" }));
  await expect(importRows(madeArena("a"), other)).rejects.toThrow(/:2: content: .*another output/);
});

test("no request holds more than 1,000 rows or 1 MB", async () => {
  const arena = madeArena("a");
  const many = await madeFile("many.jsonl", jsonLines(...rows(2_500)));
  await importRows(arena, many);
  expect(arena.requests.filter((request) => request.endsWith("/outputs"))).toHaveLength(3);
  const wide = madeArena("a");
  const large = rows(6).map((row) => ({ ...row, content: "x".repeat(250_000) }));
  await importRows(wide, await madeFile("large.jsonl", jsonLines(...large)));
  expect(wide.requests.filter((request) => request.endsWith("/outputs"))).toHaveLength(2);
});

test("what a row refers to is stored before it: the arena refuses strangers", async () => {
  const arena = madeArena("a");
  const report = await importRows(arena, await madeFile("o.jsonl", jsonLines(...rows(2_100))));
  expect(report.stored).toEqual({ models: 3, prompts: 2_100, outputs: 2_100, votes: 0 });
});

test("an interrupted import says what it stored, and the same command goes on", async () => {
  const arena = madeArena("a");
  const path = await madeFile("o.jsonl", jsonLines(...rows(1_500)));
  let uploads = 0;
  arena.intercept = (request) => {
    if (!request.endsWith("/outputs")) return null;
    uploads += 1;
    return uploads === 2 ? new Response("{}", { status: 500 }) : null;
  };
  await expect(importRows(arena, path)).rejects.toThrow(
    /Stored before that: 3 models, 1500 prompts, 1000 outputs/,
  );
  expect(await importRows(arena, path)).toMatchObject({
    stored: { outputs: 500 },
    unchanged: { outputs: 1_000 },
  });
});

test("rows that the server refuses are told where they stand in the file", async () => {
  const arena = madeArena("a");
  await importRows(arena, await madeFile("first.jsonl", jsonLines(...rows(3))));
  const changed = rows(3).map((row, at) => (at === 1 ? { ...row, content: "changed" } : row));
  const path = await madeFile("second.jsonl", jsonLines(...changed));
  await expect(importRows(arena, path)).rejects.toThrow(`${path}:2: content: refused`);
  expect(await importRows(arena, path, { keepGoing: true })).toMatchObject({
    refused: 1,
    unchanged: { outputs: 2 },
  });
});

test("an unknown arena is made only when asked for", async () => {
  const path = await madeFile("o.jsonl", jsonLines(...rows(1)));
  await expect(importRows(madeArena("a"), path, { create: false })).rejects.toThrow('no arena "a"');
  expect(await importRows(madeArena("a", true), path, { create: false })).toMatchObject({ created: false });
});

test("votes are sent in the order of the file, each once", async () => {
  const folder = await madeFolder({
    "models.jsonl": jsonLines({ id: 1, name: "A" }, { id: 2, name: "B" }),
    "prompts.jsonl": jsonLines({ id: 1, text: "P", slug: "p" }),
    "results.jsonl": jsonLines({ model: 1, prompt: 1, result: "a" }, { model: 2, prompt: 1, result: "b" }),
    "crowd-comparisons.csv": `id,prompt,model_x,model_y,worker,winner\n${Array.from({ length: 1_200 }, (_, at) => `${at},1,1,2,w,left\n`).join("")}`,
  });
  const arena = madeArena("a");
  const run = () => importFiles(arena.client, llmfao, [folder], options, quiet);
  expect(await run()).toMatchObject({ stored: { models: 2, prompts: 1, outputs: 2, votes: 1_200 } });
  expect([...arena.votes.keys()]).toEqual(Array.from({ length: 1_200 }, (_, at) => `llmfao-${at}-w`));
  expect(await run()).toMatchObject({ stored: { votes: 0 }, unchanged: { votes: 1_200 } });
});

test("two votes of one id that differ are refused", async () => {
  const said = (content: string) => [
    { role: "user", content: "Q" },
    { role: "assistant", content },
  ];
  const battle = {
    question_id: "q",
    model_a: "a",
    model_b: "b",
    judge: "j",
    conversation_a: said("1"),
    conversation_b: said("2"),
  };
  const path = await madeFile(
    "b.jsonl",
    jsonLines({ ...battle, winner: "tie" }, { ...battle, winner: "model_a" }),
  );
  const run = importFiles(madeArena("a").client, chatbotArena, [path], options, quiet);
  await expect(run).rejects.toThrow(/:2: id: another vote has the id "chatbot-arena-q"/);
});
