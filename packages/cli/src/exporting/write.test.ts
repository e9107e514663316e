import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { madeFolder, removeMadeFiles } from "../made-files.ts";
import { column } from "./table.ts";
import { exportLines } from "./text-lines.ts";
import { writeLines } from "./write.ts";

afterAll(removeMadeFiles);

async function* rows() {
  yield { json: { name: "=x", n: 1 }, cells: ["=x", 1] };
  yield { json: { name: "a,b", n: null }, cells: ["a,b", null] };
}

test("the same rows as CSV with a header, and as JSON lines", async () => {
  const columns = [column("name", "text", ""), column("n", "whole", "")];
  expect((await Array.fromAsync(exportLines(columns, rows(), "csv"))).join("")).toBe(
    `name,n\n'=x,1\n"a,b",\n`,
  );
  expect((await Array.fromAsync(exportLines(columns, rows(), "jsonl"))).join("")).toBe(
    '{"name":"=x","n":1}\n{"name":"a,b","n":null}\n',
  );
});

test("a file appears under its name only when it is complete", async () => {
  const file = join(await madeFolder({}), "out.csv");
  async function* broken() {
    yield "a\n";
    throw new Error("the server went away");
  }
  await expect(writeLines(broken(), file)).rejects.toThrow("went away");
  await expect(access(file)).rejects.toThrow();
  await writeLines(exportLines([], rows(), "jsonl"), file);
  expect(await readFile(file, "utf8")).toContain("=x");
});

test("a folder that is not there is a failure with the name", async () => {
  await expect(writeLines(exportLines([], rows(), "csv"), "/no/such/folder/out")).rejects.toThrow(
    "cannot be written",
  );
});
