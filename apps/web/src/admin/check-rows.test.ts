import { expect, it } from "vitest";
import { checkRows } from "./check-rows.ts";
import { readRows } from "./read-rows.ts";

const known = { models: new Set(["lead"]), prompts: new Set(["bees", "What do bees do?"]) };
const check = (kind: "models" | "prompts" | "outputs", source: string) =>
  checkRows(readRows(source), kind, known);

it("takes models that have a slug and known fields only", () => {
  const { rows, faults } = check("models", "slug,name,colour\na,A,\nb,B,red\n,C,\nÄ,D,\n");
  expect(rows.map((row) => row.line)).toEqual([2]);
  expect(faults).toEqual([
    { line: 3, code: "unknown", field: "colour" },
    { line: 4, code: "missing", field: "slug" },
    { line: 5, code: "slug", field: "slug" },
  ]);
});

it("knows models and prompts of the arena, prompts also by their text", () => {
  const lines = [
    { model: "lead", prompt: "bees", content: "x" },
    { model: "lead", prompt: "What do bees do?", content: "x" },
    { model: "tail", prompt: "bees", content: "x" },
    { model: "lead", prompt: "salt", content: "x" },
  ];
  const { rows, faults } = check("outputs", lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(rows).toHaveLength(2);
  expect(faults).toEqual([
    { line: 3, code: "noModel", value: "tail" },
    { line: 4, code: "noPrompt", value: "salt" },
  ]);
});

it("sends scores as numbers and an empty cell as an empty output", () => {
  const { rows } = check("outputs", "model,prompt,content,score\nlead,bees,,0.5\n");
  expect(rows[0]?.fields).toEqual({ model: "lead", prompt: "bees", content: "", score: 0.5 });
});

it("refuses a score that is no number and two contents", () => {
  expect(check("outputs", "model,prompt,score\nlead,bees,high\n").faults[0]?.code).toBe("number");
  expect(check("outputs", "model,prompt,content,media_url\nlead,bees,a,b\n").faults[0]?.code).toBe("either");
});

it("names the line a row repeats", () => {
  expect(check("prompts", "slug,text\na,x\na,y\n").faults).toEqual([{ line: 3, code: "twice", first: 2 }]);
});
