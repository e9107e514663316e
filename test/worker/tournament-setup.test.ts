import type { NewTournament, Tournament } from "@agon/contract";
import { expect, test } from "vitest";
import { api, operate, operator, read } from "./support/api.ts";
import { createArena, createContest, ndjson } from "./support/contest.ts";
import { expectSound, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { matchesOf, startTournament } from "./support/tournament.ts";

const create = (arena: string, json: unknown) => operate("POST", `/v1/arenas/${arena}/tournaments`, { json });

const byScore = { format: "series", judge: "score" } as const;

test.each([
  ["no models", { ...byScore, models: [] }, "entrants_too_few", "/models"],
  ["one model", { ...byScore, models: ["m-1"] }, "entrants_too_few", "/models"],
  ["an unknown model", { ...byScore, models: ["m-1", "nobody"] }, "setup_invalid", "/models/1"],
  ["a model twice", { ...byScore, models: ["m-1", "m-1"] }, "setup_invalid", "/models/1"],
  ["an unknown prompt", { ...byScore, prompts: ["p-1", "p-9"] }, "setup_invalid", "/prompts/1"],
  [
    "1,025 models",
    { ...byScore, models: Array.from({ length: 1_025 }, (_, n) => `m-${n}`) },
    "schema_invalid",
    "/models",
  ],
  ["no prompts", { ...byScore, prompts: [] }, "setup_invalid", "/prompts"],
  ["an unknown criterion", { ...byScore, criterion: "taste" }, "setup_invalid", "/criterion"],
  ["an unknown format", { format: "chess" }, "schema_invalid", "/format"],
  ["an unknown judge", { format: "series", judge: "cat" }, "schema_invalid", "/judge"],
  ["an unknown field", { ...byScore, colour: "red" }, "schema_invalid", "/colour"],
  ["a negative pace", { ...byScore, pace_ms: -1 }, "schema_invalid", "/pace_ms"],
  ["a seed that is no number", '{"format":"series","seed":1e999}', "schema_invalid", "/seed"],
  [
    "no references to match",
    { format: "series", judge: { kind: "rule", rule: "reference" } },
    "judge_unavailable",
    "/judge",
  ],
  ["an option of another format", { ...byScore, options: { k: 4 } }, "setup_invalid", "/options/k"],
  [
    "an option of the wrong type",
    { ...byScore, options: { bestOf: "3" } },
    "setup_invalid",
    "/options/bestOf",
  ],
  ["an option out of range", { ...byScore, options: { bestOf: 0 } }, "setup_invalid", "/options/bestOf"],
  [
    "battles larger than the field",
    { format: "k-wise-elimination", judge: "score", options: { k: 8 } },
    "setup_invalid",
    "/options/k",
  ],
  [
    "anchors that do not take part",
    { format: "anchored", judge: "score", models: ["m-1", "m-2"], options: { anchors: ["m-3"] } },
    "setup_invalid",
    "/options/anchors",
  ],
  [
    "a league without end for a program",
    { format: "k-wise-league", judge: "score" },
    "setup_invalid",
    "/options/budget",
  ],
] as const)("a tournament with %s is refused", async (_, wish, code, pointer) => {
  const arena = await createContest({ score: (model, prompt) => model + prompt });
  await withoutTrace(arena, async () => {
    const body = typeof wish === "string" ? wish : JSON.stringify(wish);
    expectProblem(await operate("POST", `/v1/arenas/${arena}/tournaments`, { body }), code, pointer);
  });
  expect((await api.arena(arena)).tournaments).toBe(0);
});

test("a tournament by score needs a score of every output that takes part", async () => {
  const arena = await createContest();
  await withoutTrace(arena, async () =>
    expectProblem(await create(arena, byScore), "judge_unavailable", "/judge"),
  );
});

test("an arena with fewer than two models that have outputs has no tournament", async () => {
  const arena = await createArena();
  await operator.addModels(arena, [{ slug: "with" }, { slug: "without" }]);
  await operator.addPrompts(arena, { slug: "p-1", text: "One" });
  await operator.addOutputs(arena, ndjson([{ model: "with", prompt: "p-1", content: "x", score: 1 }]));
  expectProblem(await create(arena, byScore), "entrants_too_few", "/models");
});

test("a tournament is answered with its address, its seed and its bracket", async () => {
  const arena = await createContest({ models: 5 });
  const answer = await create(arena, { format: "series" });
  expect(answer.status).toBe(201);
  const made = read<Tournament>(answer);
  expect(answer.headers.get("location")).toBe(`/v1/tournaments/${made.id}`);
  expect(made).toMatchObject({
    id: `${arena}.1`,
    status: "running",
    format: "series",
    judge: { kind: "human" },
  });
  expect(made.seed).not.toBe("");
  expect(made.matches_total).toBe(4);
  expect(made.brackets[0]?.rounds.map(({ title }) => title)).toEqual([
    "Quarterfinals",
    "Semifinals",
    "Final",
  ]);
  expect(await api.tournament(made.id)).toEqual(made);
});

test("the same seed draws the same bracket in another arena, and another seed another one", async () => {
  const wish: NewTournament = { format: "single-elimination", judge: "human" };
  const draw = async (seed: string) => {
    const arena = await createContest({ models: 8, prompts: 2 });
    const { id } = await startTournament(arena, { ...wish, seed });
    return (await matchesOf(id, "p-2")).map(({ places }) => places.map(({ model }) => model?.slug));
  };
  const [first, again, other] = await Promise.all([draw("one"), draw("one"), draw("two")]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test("tournaments are listed newest first, and the arena tells which are moving", async () => {
  const arena = await createContest();
  await startTournament(arena, { format: "series", title: "Older" });
  await startTournament(arena, { format: "series", title: "Newer", start: false });
  const { data } = await api.tournaments(arena);
  expect(data.map(({ title, status }) => [title, status])).toEqual([
    ["Newer", "scheduled"],
    ["Older", "running"],
  ]);
  expect((await api.arena(arena)).live.map(({ id }) => id)).toEqual([`${arena}.1`]);
  await expectSound(arena);
});

test("a reader who has the bracket is told that it has not changed", async () => {
  const arena = await createContest();
  const { id } = await startTournament(arena, { format: "series" });
  const path = `/v1/tournaments/${id}`;
  const etag = (await operate("GET", path)).headers.get("etag") ?? "";
  expect((await operate("GET", path, { headers: { "if-none-match": etag } })).status).toBe(304);
  await operator.changeTournament(id, { title: "Renamed" });
  expect((await operate("GET", path, { headers: { "if-none-match": etag } })).status).toBe(200);
});

test.each(["%0A", "%22", "%00", "%E2%98%83", "p-9", "P-1", "null"])(
  "a bracket that the tournament does not have is refused, also %s",
  async (group) => {
    const { id } = await startTournament(await createContest(), { format: "single-elimination" });
    expectProblem(await operate("GET", `/v1/tournaments/${id}?group=${group}`), "group_unknown");
  },
);

test("one bracket over all prompts has no bracket of a prompt", async () => {
  const { id } = await startTournament(await createContest(), { format: "series" });
  expectProblem(await operate("GET", `/v1/tournaments/${id}?group=p-1`), "group_unknown");
});

test.each(["single-elimination", "k-wise-elimination", "round-robin", "sort"] as const)(
  "%s gives the bracket of every prompt that is asked for",
  async (format) => {
    const arena = await createContest({ models: 4, prompts: 3 });
    const { id } = await startTournament(arena, { format });
    for (const group of ["p-1", "p-2", "p-3"]) {
      const { brackets } = await api.tournament(id, { group });
      expect(brackets.map((bracket) => bracket.group).sort()).toEqual(["p-1", "p-2", "p-3"]);
      const shown = brackets.filter(({ rounds }) => rounds.length > 0);
      expect(shown.map((bracket) => bracket.group)).toEqual([group]);
    }
  },
);

test("a prompt that a Swiss tournament has not begun has a bracket without rounds", async () => {
  const arena = await createContest({ models: 4, prompts: 5 });
  const { id } = await startTournament(arena, { format: "swiss", options: { opening: 0.2 } });
  const all = (await api.tournament(id)).brackets;
  expect(all.map(({ total }) => total)).toEqual([3, 3, 3, 3, 3]);
  const [first, later] = all;
  expect(first?.rounds).toHaveLength(1);
  const { brackets } = await api.tournament(id, { group: later?.group ?? "" });
  expect(brackets.flatMap(({ rounds }) => rounds)).toEqual([]);
});

test("a tournament without a title is called by its format, and says that nobody gave it the name", async () => {
  const arena = await createContest({ models: 5 });
  const made = await startTournament(arena, { format: "series" });
  expect(made).toMatchObject({ title: "Series bracket of 5", titled: false });
  expect(await operator.changeTournament(made.id, { title: "Spring" })).toMatchObject({ titled: true });
});

test("an arena of 1,025 models cannot put all of them into one tournament", async () => {
  const arena = await createArena();
  const models = Array.from({ length: 1_025 }, (_, number) => ({ slug: `m-${number}` }));
  await operator.addModels(arena, models.slice(0, 600));
  await operator.addModels(arena, models.slice(600));
  await operator.addPrompts(arena, { slug: "p-1", text: "One" });
  const outputs = models.map(({ slug }, score) => ({ model: slug, prompt: "p-1", content: "x", score }));
  await operator.addOutputs(arena, ndjson(outputs));
  await withoutTrace(arena, async () =>
    expectProblem(await create(arena, byScore), "setup_invalid", "/models"),
  );
});
