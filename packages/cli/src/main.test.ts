import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { jsonLines, madeFile, removeMadeFiles } from "./made-files.ts";

afterAll(removeMadeFiles);

const node = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
const main = fileURLToPath(new URL("main.ts", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function agon(...words: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(node, [main, ...words], { env: {} });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Ended;
    return { code, stdout, stderr };
  }
}

const votes = "left,right,winner\na,b,left\nb,a,left\na,b,tie\n";

test("rate --json prints one JSON document and nothing else", async () => {
  const { code, stdout } = await agon("rate", await madeFile("v.csv", votes), "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    method: "bradley-terry",
    votes: 3,
    models: [{ model: "a" }, { model: "b" }],
  });
});

test("rate prints a table, and what to think of it on stderr", async () => {
  const { stdout, stderr } = await agon("rate", await madeFile("v.csv", "left,right,winner\na,b,left\n"));
  expect(stdout).toMatch(/bradley-terry, 1 votes, 2 models[\s\S]*rank +model +rating/);
  expect(stderr).toContain("Note: ");
});

test("wrong input ends with code 2, its place and what to do, and an empty stdout", async () => {
  const path = await madeFile("v.csv", `${votes}a,b,who\n`);
  expect(await agon("rate", path, "--json")).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/:5: winner: "who" is none of [\s\S]*Nothing was rated/),
  });
});

test("a server that does not answer is a failure, code 1", async () => {
  const { code, stderr } = await agon("tournament", "pause", "a.1", "--url", "http://127.0.0.1:9");
  expect(code).toBe(1);
  expect(stderr).toContain("npm start");
});

test("usage errors end with code 2, help with code 0", async () => {
  expect(await agon("rate")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("--help"),
  });
  expect(await agon("--help")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Usage: agon"),
    stderr: "",
  });
});

test("run plays a tournament over files without a server", async () => {
  const rows = ["a", "b", "c"].map((model, score) => ({ model, prompt: "p", content: "x", score }));
  const path = await madeFile("o.jsonl", jsonLines(...rows));
  const { code, stdout } = await agon("run", path, "--json", "--seed", "3");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    format: "single-elimination",
    matches: 2,
    models: [{ model: "c" }, {}, {}],
  });
  expect((await agon("run", path, "--dry-run")).stdout).toContain("3 models, 1 prompts, 2 matches");
});
