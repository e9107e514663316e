import type { Submission } from "@agon/contract";
import { afterAll, expect, test } from "vitest";
import { jsonLines, madeFile, removeMadeFiles } from "../made-files.ts";
import { untilSettled } from "./follow.ts";
import { readModel } from "./outputs.ts";

afterAll(removeMadeFiles);

const rows = [
  { model: "One", prompt: "Why?", content: "because", score: 0.5 },
  { model: "Two", prompt: "Why?", content: "no" },
  { model: "One", prompt: "How?", media_url: "https://a.example/x.png" },
];

test("the outputs of one model are taken out of a file, its prompts by their texts", async () => {
  const file = await madeFile("o.jsonl", jsonLines(...rows));
  expect(await readModel([file], { wanted: "One" })).toEqual({
    name: "One",
    outputs: [
      { prompt: "Why?", content: "because", score: 0.5 },
      { prompt: "How?", media_url: "https://a.example/x.png" },
    ],
  });
});

test("several models, an unknown one and a bad row are wrong input that names what is there", async () => {
  const file = await madeFile("o.jsonl", jsonLines(...rows));
  await expect(readModel([file], {})).rejects.toMatchObject({
    name: "InputError",
    hint: expect.stringContaining("One, Two"),
  });
  await expect(readModel([file], { wanted: "Three" })).rejects.toThrow('no model "Three"');
  const bad = await madeFile("bad.jsonl", '{"model":"One","prompt":"Why?"}\n');
  await expect(readModel([bad], {})).rejects.toThrow(":1: content: is missing");
});

test("a submission is followed until it stands still, and not for ever", async () => {
  const at = (status: string, done: number) => ({ status, progress: { outputs: 2, done } }) as Submission;
  const steps = [at("queued", 0), at("accepted", 1), at("active", 2)];
  let reads = 0;
  const read = async () => steps[Math.min(reads++, 2)] ?? at("queued", 0);
  expect(await untilSettled(read, async () => {})).toMatchObject({ status: "active" });
  expect(reads).toBe(3);
  expect(
    await untilSettled(
      async () => at("queued", 0),
      async () => {},
    ),
  ).toMatchObject({ status: "queued" });
});
