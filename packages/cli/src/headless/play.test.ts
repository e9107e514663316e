import { judgeFor } from "@agon/judge";
import { afterAll, expect, test } from "vitest";
import { jsonl } from "../importing/formats/table.ts";
import { jsonLines, madeFile, removeMadeFiles } from "../made-files.ts";
import { readOutputs } from "./outputs.ts";
import { type Plan, planRun, type RunOptions } from "./plan.ts";
import { playRun } from "./play.ts";

afterAll(removeMadeFiles);

const models = ["a", "b", "c", "d", "e"];
const options: RunOptions = {
  format: "single-elimination",
  options: {},
  seed: 1,
};
const score = judgeFor({ kind: "rule", rule: "score" });
const playByScore = (plan: Plan) => playRun(plan, { judge: score });

/** Model a is best everywhere, then b, and so on. */
const rows = (prompts: number) =>
  Array.from({ length: prompts }, (_, prompt) =>
    models.map((model, at) => ({
      model,
      prompt: `p${prompt}`,
      content: at === 0 ? "Yes." : "no",
      score: -at,
      reference: "yes",
    })),
  ).flat();

async function tableOf(given: readonly unknown[], withContent = false) {
  return readOutputs(jsonl, [await madeFile("o.jsonl", jsonLines(...given))], {}, withContent);
}

test("a bracket per prompt takes N - 1 matches each, and the best model wins them all", async () => {
  const table = await tableOf(rows(6));
  const result = await playByScore(planRun(table, options));
  expect(result).toMatchObject({ matches: 24, forfeits: 0, titles: [6, 0, 0, 0, 0] });
  expect(result.rating.models[0]?.rank).toBe(1);
  expect(result.rating.models[0]?.losses).toBe(0);
});

test("the same seed gives the same result, another one another draw", async () => {
  const table = await tableOf(rows(6));
  const run = async (seed: number) => (await playByScore(planRun(table, { ...options, seed }))).rating;
  expect(await run(1)).toEqual(await run(1));
  expect(await run(1)).not.toEqual(await run(2));
});

test("some of the prompts are drawn by the seed", async () => {
  const table = await tableOf(rows(30));
  const drawn = (seed: number) => planRun(table, { ...options, seed, prompts: 5 }).prompts;
  expect(drawn(1)).toHaveLength(5);
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});

test("a missing output is a forfeit and is never rated", async () => {
  const table = await tableOf(rows(2).filter(({ model, prompt }) => model !== "a" || prompt !== "p0"));
  const result = await playByScore(planRun(table, options));
  expect(result).toMatchObject({ matches: 8, forfeits: 1 });
  expect(result.battles).toHaveLength(7);
  const champions = table.models.filter((_, model) => result.titles[model] === 1);
  expect(champions.sort()).toEqual(["a", "b"]);
});

test("forfeits are counted among the prompts that were drawn", async () => {
  const given = rows(6).filter(({ model, prompt }) => model !== "a" || prompt === "p5");
  const table = await tableOf(given);
  const plan = planRun(table, { ...options, prompts: 3 });
  const absent = plan.prompts.filter((prompt) => table.prompts[prompt]?.slug !== "p5");
  expect((await playByScore(plan)).forfeits).toBe(absent.length);
});

test("intervals take the matches of a prompt together", async () => {
  const result = await playByScore(planRun(await tableOf(rows(25)), options));
  expect(result.rating.interval).toEqual({ kind: "sandwich", clusters: 25 });
});

test("the reference decides by the texts", async () => {
  const judge = judgeFor({ kind: "rule", rule: "reference", match: "normalised" });
  const table = await tableOf(rows(3), true);
  expect((await playRun(planRun(table, options), { judge })).titles).toEqual([3, 0, 0, 0, 0]);
});

test("heats of several outputs are rated by Plackett-Luce", async () => {
  const table = await tableOf(rows(3));
  const plan = planRun(table, { ...options, format: "k-wise-elimination", options: { k: 4 } });
  expect((await playByScore(plan)).rating.method).toBe("plackett-luce");
});

test("a format's models are named", async () => {
  const table = await tableOf(rows(3));
  const anchored = { ...options, format: "anchored", options: { anchors: ["b"] } } as const;
  expect((await playByScore(planRun(table, anchored))).battles).toHaveLength(12);
  expect(() => planRun(table, { ...anchored, options: { anchors: ["x"] } })).toThrow('no model "x"');
});

test("an output without a score stops the run and says which prompt", async () => {
  const table = await tableOf(
    rows(1).map((row) => ({ ...row, score: row.model === "c" ? null : row.score })),
  );
  await expect(playByScore(planRun(table, options))).rejects.toThrow("has no score (prompt p0)");
});

test.each([
  [{ format: "k-wise-league" }, "no end of its own"],
  [{ options: { colour: 1 } }, "--option colour"],
  [{ format: "k-wise-elimination", options: { k: 8 } }, "only 5 entrants"],
] as const)("%o cannot be set up", async (change, told) => {
  const table = await tableOf(rows(1));
  expect(() => planRun(table, { ...options, ...change })).toThrow(told);
});

test("bad rows are refused with their lines", async () => {
  await expect(tableOf([{ model: "a" }])).rejects.toThrow(":1: prompt: is missing");
});
