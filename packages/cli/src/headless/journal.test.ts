import { appendFileSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { madeFile, removeMadeFiles } from "../made-files.ts";
import { openJournal } from "./journal.ts";

afterAll(removeMadeFiles);

const answer = { text: '{"choice":"A+"}', calls: 1, inputTokens: 10, outputTokens: 4, usd: null };

test("answers are there again after the journal was closed", async () => {
  const path = await madeFile("answers.jsonl", "");
  const journal = openJournal(path);
  await Promise.all(Array.from({ length: 50 }, (_, at) => journal.put(`k${at}`, answer)));
  await journal.close();
  const again = openJournal(path);
  expect(again.size()).toBe(50);
  expect(await again.get("k49")).toEqual(answer);
  expect(await again.get("other")).toBeNull();
  await again.close();
});

test("a line that a crash cut short is taken off, and the next answer begins a line of its own", async () => {
  const path = await madeFile("torn.jsonl", "");
  const journal = openJournal(path);
  await journal.put("whole", answer);
  await journal.close();
  appendFileSync(path, '{"key":"torn","answer":{"te');
  const again = openJournal(path);
  expect(again.size()).toBe(1);
  await again.put("next", answer);
  await again.close();
  expect(
    readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).key),
  ).toEqual(["whole", "next"]);
});
