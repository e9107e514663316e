import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { jsonLines, madeFile, madeFolder, removeMadeFiles } from "../../made-files.ts";
import type { FormatOptions, ImportFormat } from "../format.ts";
import type { ImportRecord, Problem } from "../record.ts";
import { alpacaEval } from "./alpaca-eval.ts";
import { arenaHard, mtBench } from "./bench-answers.ts";
import { chatbotArena } from "./chatbot-arena.ts";
import { llmfao } from "./llmfao.ts";
import { lmEval } from "./lm-eval.ts";
import { csv, jsonl } from "./table.ts";
import { varco } from "./varco.ts";

afterAll(removeMadeFiles);

interface Read {
  readonly records: ImportRecord[];
  readonly problems: Omit<Problem, "file">[];
}

async function read(format: ImportFormat, files: string[], options: FormatOptions = {}): Promise<Read> {
  const rows = (await Array.fromAsync(format.rows(files, options))).flat();
  return {
    records: rows.flatMap((row) => ("records" in row ? row.records : [])),
    problems: rows
      .flatMap((row) => ("problem" in row ? [row.problem] : []))
      .map(({ file: _, ...rest }) => rest),
  };
}

const outputs = ({ records }: Read) => records.filter((record) => record.kind === "output");
const prompts = ({ records }: Read) => records.filter((record) => record.kind === "prompt");
const verdicts = ({ records }: Read) => records.filter((record) => record.kind === "verdict");

describe("llmfao", () => {
  const files = {
    "models.jsonl": jsonLines(
      { id: 97, name: "Air B", org: "Jon" },
      { id: 98, name: "Weaver 12k", org: null },
    ),
    "prompts.jsonl": jsonLines({ id: 8, text: "A haiku", type: "reflexion", slug: "k8s", stop: null }),
    "results.jsonl": jsonLines(
      { id: 0, model: 97, prompt: 8, result: "" },
      { id: 1, model: 98, prompt: 8, result: "x" },
    ),
    "crowd-comparisons.csv":
      "id,prompt,model_x,model_y,worker,winner,left,right\n0,8,97,98,58,tie,Air B,Weaver 12k\n0,8,97,98,7,right,Air B,Weaver 12k\n",
    "gpt4-crowd-comparisons.csv":
      "id,prompt,model_x,model_y,winner,left,right\n0,8,97,98,left,Air B,Weaver 12k\n",
  };

  test("models, prompts, outputs and people's votes are read, an empty output too", async () => {
    const folder = await madeFolder(files);
    const { records, problems } = await read(llmfao, [folder]);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      { kind: "model", key: "97", name: "Air B", organization: "Jon" },
      { kind: "model", key: "98", name: "Weaver 12k", organization: undefined },
      { kind: "prompt", key: "8", label: "k8s", text: "A haiku", category: "reflexion" },
      { kind: "output", model: "97", prompt: "8", content: "" },
      { kind: "output", model: "98", prompt: "8", content: "x" },
      expect.objectContaining({ id: "llmfao-0-58", models: ["97", "98"], ranks: [1, 1] }),
      expect.objectContaining({ id: "llmfao-0-7", ranks: [2, 1], judge: { id: "7", kind: "human" } }),
    ]);
  });

  test("GPT-4's verdicts come only when asked for", async () => {
    const all = await read(llmfao, [await madeFolder(files)], { withLlm: true });
    expect(verdicts(all).map(({ id, judge }) => [id, judge.kind])).toEqual([
      ["llmfao-0-58", "human"],
      ["llmfao-0-7", "human"],
      ["llmfao-0-gpt-4", "llm"],
    ]);
  });

  test("a winner that means nothing is a problem with its line and column", async () => {
    const broken = files["crowd-comparisons.csv"].replace("right,Air", "middle,Air");
    const folder = await madeFolder({ ...files, "crowd-comparisons.csv": broken });
    const { problems } = await read(llmfao, [folder]);
    expect(problems).toEqual([{ line: 3, field: "winner", detail: '"middle" is none of left, right, tie' }]);
  });

  test("a missing column is an error of the file", async () => {
    const folder = await madeFolder({ ...files, "crowd-comparisons.csv": "id,prompt\n0,8\n" });
    await expect(read(llmfao, [folder])).rejects.toThrow('there is no column "model_x"');
  });
});

describe("alpaca-eval", () => {
  const answer = (generator: string, instruction: string) => ({
    generator,
    instruction,
    output: "text",
    dataset: "base",
  });
  const annotation = (instruction: string, preference: unknown) => ({
    instruction,
    output_1: "baseline",
    generator_1: "base",
    output_2: "annotated",
    generator_2: "m",
    preference,
  });

  test("a preference becomes the score of the model's output, whichever file comes first", async () => {
    const folder = await madeFolder({
      "a.json": JSON.stringify([annotation("one", 1.25)]),
      "o.json": JSON.stringify([answer("m", "one"), answer("m", "two")], null, 2),
    });
    for (const order of [
      ["a.json", "o.json"],
      ["o.json", "a.json"],
    ]) {
      const result = await read(
        alpacaEval,
        order.map((name) => join(folder, name)),
      );
      expect(outputs(result).map(({ content, score }) => [content, score])).toEqual([
        ["text", 1.25],
        ["text", undefined],
      ]);
    }
  });

  test.each([0, null])("the preference %s is read as a draw", async (preference) => {
    const file = await madeFile("a.json", JSON.stringify([annotation("one", preference)]));
    expect(outputs(await read(alpacaEval, [file]))).toEqual([
      expect.objectContaining({ model: "m", content: "annotated", score: 1.5 }),
    ]);
  });

  test.each([
    ["x", "must be a number"],
    [2.5, "must lie between 1 and 2"],
    [undefined, "is missing"],
  ])("the preference %s is a problem of its row", async (preference, detail) => {
    const file = await madeFile("a.json", `[\n${JSON.stringify(annotation("one", preference))}\n]`);
    expect((await read(alpacaEval, [file])).problems).toEqual([{ line: 2, field: "preference", detail }]);
  });
});

describe("varco", () => {
  test("a row is a model, a prompt with its task and an output", async () => {
    const row = { model_id: "m", instruction: "Do", source: "this", generated: "done", task: "qa" };
    const result = await read(varco, [await madeFile("v.jsonl", jsonLines(row))]);
    expect(prompts(result)).toEqual([expect.objectContaining({ text: "Do\n\nthis", category: "qa" })]);
    expect(outputs(result)).toEqual([expect.objectContaining({ model: "m", content: "done" })]);
  });

  test("broken lines and missing fields are told with their lines, the rest is read", async () => {
    const good = { model_id: "m", instruction: "Do", generated: "" };
    const text = `${JSON.stringify(good)}\n{"model_id": \n${JSON.stringify({ model_id: "m", instruction: "Do" })}\n`;
    const { problems, records } = await read(varco, [await madeFile("v.jsonl", text)]);
    expect(problems).toEqual([
      { line: 2, field: "", detail: expect.stringContaining("not JSON") },
      { line: 3, field: "generated", detail: "is missing" },
    ]);
    expect(records).toHaveLength(3);
  });
});

describe("chatbot-arena", () => {
  const said = (answer: string, question = "Why?") => [
    { role: "user", content: question },
    { role: "assistant", content: answer },
  ];
  const battle = {
    question_id: "q1",
    model_a: "a",
    model_b: "b",
    winner: "model_b",
    judge: "j9",
    conversation_a: said("because"),
    conversation_b: said("so"),
    turn: 1,
    language: "English",
    tstamp: 1_682_351_591.5,
  };

  test("a battle is two outputs for a prompt of its own and a vote with its time", async () => {
    const result = await read(chatbotArena, [await madeFile("b.json", JSON.stringify([battle]))]);
    expect(prompts(result)).toEqual([
      { kind: "prompt", key: "q1", label: "q1", text: "Why?", category: "English" },
    ]);
    expect(outputs(result).map(({ model, content }) => [model, content])).toEqual([
      ["a", "because"],
      ["b", "so"],
    ]);
    expect(verdicts(result)).toEqual([
      expect.objectContaining({ id: "chatbot-arena-q1", ranks: [2, 1], at: "2023-04-24T15:53:11.500Z" }),
    ]);
  });

  test.each(["tie (bothbad)", "both_bad"])("%s is a tie with a flag", async (winner) => {
    const result = await read(chatbotArena, [await madeFile("b.jsonl", jsonLines({ ...battle, winner }))]);
    expect(verdicts(result)).toEqual([expect.objectContaining({ ranks: [1, 1], flags: ["both_bad"] })]);
  });

  test("several turns are numbered on both sides", async () => {
    const two = [...said("1"), ...said("2", "And?")];
    const row = { ...battle, conversation_a: two, conversation_b: two };
    const result = await read(chatbotArena, [await madeFile("b.jsonl", jsonLines(row))]);
    expect(prompts(result)[0]?.text).toBe("[Turn 1]\nWhy?\n\n[Turn 2]\nAnd?");
    expect(outputs(result)[0]?.content).toBe("[Turn 1]\n1\n\n[Turn 2]\n2");
  });

  test.each([
    [{ winner: "nobody" }, "winner"],
    [{ model_b: "a" }, "model_b"],
    [{ conversation_a: undefined }, "conversation_a"],
    [{ conversation_b: said("so", "What?") }, "conversation_b"],
    [{ tstamp: "noon" }, "tstamp"],
    [{ judge: undefined }, "judge"],
  ])("a battle with %o has a problem in %s", async (change, field) => {
    const file = await madeFile("b.jsonl", jsonLines({ ...battle, ...change }));
    expect((await read(chatbotArena, [file])).problems).toEqual([
      expect.objectContaining({ line: 1, field }),
    ]);
  });
});

describe("mt-bench and arena-hard", () => {
  test("answers find their question, whatever the order of the files", async () => {
    const folder = await madeFolder({
      "a.jsonl": jsonLines({
        question_id: 81,
        model_id: "m",
        choices: [{ index: 0, turns: ["one", "two"] }],
      }),
      "question.jsonl": jsonLines({ question_id: 81, category: "writing", turns: ["Q1", "Q2"] }),
    });
    const result = await read(mtBench, [join(folder, "a.jsonl"), join(folder, "question.jsonl")]);
    expect(result.records).toEqual([
      { kind: "prompt", key: "81", label: "81", text: "[Turn 1]\nQ1\n\n[Turn 2]\nQ2", category: "writing" },
      { kind: "model", key: "m", name: "m" },
      { kind: "output", model: "m", prompt: "81", content: "[Turn 1]\none\n\n[Turn 2]\ntwo" },
    ]);
  });

  test("without a question file the prompt says that it has only its id", async () => {
    const row = { question_id: "x", model_id: "m", choices: [{ turns: [{ content: "one", token_len: 1 }] }] };
    const result = await read(arenaHard, [await madeFile("m.jsonl", jsonLines(row))]);
    expect(prompts(result)[0]?.text).toContain("Question x");
    expect(outputs(result)[0]?.content).toBe("one");
  });

  test("the second version of Arena-Hard brings its prompts along", async () => {
    const messages = [
      { role: "user", content: "Why?" },
      { role: "assistant", content: { answer: "because" } },
    ];
    const result = await read(arenaHard, [
      await madeFile("m.jsonl", jsonLines({ uid: "u", model: "m", messages })),
    ]);
    expect(prompts(result)[0]).toMatchObject({ label: "u", text: "Why?" });
    expect(outputs(result)[0]).toMatchObject({ model: "m", content: "because" });
  });
});

describe("lm-eval", () => {
  const generated = (change: object = {}) => ({
    doc_id: 3,
    target: "4",
    arguments: { gen_args_0: { arg_0: "2+2?", arg_1: { until: [] } } },
    resps: [["It is 4."]],
    filter: "strict-match",
    metrics: ["exact_match"],
    exact_match: 1.0,
    ...change,
  });

  test("the folder names the model, the file the task, and the first filter stands for the sample", async () => {
    const name = "org__small/samples_gsm8k_2025-01-31T10-00-00.123.jsonl";
    const text = jsonLines(generated(), generated({ filter: "flexible-extract", exact_match: 0 }));
    const result = await read(lmEval, [await madeFile(name, text)]);
    expect(result.records).toEqual([
      { kind: "model", key: "org/small", name: "org/small" },
      { kind: "prompt", key: "gsm8k-3", label: "gsm8k-3", text: "2+2?", category: "gsm8k", reference: "4" },
      { kind: "output", model: "org/small", prompt: "gsm8k-3", content: "It is 4.", score: 1 },
    ]);
  });

  test("of several choices the likeliest is the output and the target the reference", async () => {
    const row = generated({
      target: 1,
      arguments: [
        ["Sky?", " green"],
        ["Sky?", " blue"],
      ],
      resps: [[["-2.5", "False"]], [["-0.5", "True"]]],
    });
    const result = await read(lmEval, [await madeFile("samples_sky.jsonl", jsonLines(row))], { model: "m" });
    expect(outputs(result)[0]).toMatchObject({ model: "m", content: "blue" });
    expect(prompts(result)[0]).toMatchObject({ reference: "blue" });
  });

  test("a sample without a response is a problem", async () => {
    const file = await madeFile("samples_x.jsonl", jsonLines(generated({ resps: undefined })));
    expect((await read(lmEval, [file])).problems).toEqual([
      { line: 1, field: "resps", detail: "must be a list" },
    ]);
  });
});

describe("tables", () => {
  test("columns may have any names, and scores are numbers", async () => {
    const text = 'who,asked,said,points\nm,"a, b","line\nbreak",0.5\nm,c,,\n';
    const map = { model: "who", prompt: "asked", content: "said", score: "points" };
    const result = await read(csv, [await madeFile("t.csv", text)], { map });
    expect(outputs(result)).toEqual([
      { kind: "output", model: "m", prompt: "a, b", content: "line\nbreak", score: 0.5 },
      { kind: "output", model: "m", prompt: "c", content: "", score: undefined },
    ]);
  });

  test("a bad cell is told with the line its row begins on", async () => {
    const text = 'model,prompt,content,score\nm,p,"two\nlines",1\nm,q,x,high\n,r,x,1\nm,s\n';
    expect((await read(csv, [await madeFile("t.csv", text)])).problems).toEqual([
      { line: 4, field: "score", detail: "must be a finite number" },
      { line: 5, field: "model", detail: "must not be empty" },
      { line: 6, field: "", detail: "has 2 cells where the header has 4" },
    ]);
  });

  test("JSON lines give the same records", async () => {
    const file = await madeFile(
      "t.jsonl",
      jsonLines({ model: "m", prompt: "p", media_url: "https://x.test/a.png" }),
    );
    expect(outputs(await read(jsonl, [file]))).toEqual([
      { kind: "output", model: "m", prompt: "p", mediaUrl: "https://x.test/a.png", score: undefined },
    ]);
  });

  test("a mapping to a column that is not there, or of something unknown, is refused", async () => {
    const file = await madeFile("t.csv", "model,prompt,content\n");
    await expect(read(csv, [file], { map: { score: "points" } })).rejects.toThrow('no column "points"');
    await expect(read(csv, [file], { map: { colour: "x" } })).rejects.toThrow('"colour" cannot be mapped');
  });
});
