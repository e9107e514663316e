import { env } from "cloudflare:workers";
import type { Model, Page } from "@agon/contract";
import { expect, test } from "vitest";
import { api, call, operate, operator, read } from "./support/api.ts";
import { arenaNumber, createArena, createContest } from "./support/contest.ts";
import { expectSound, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";

const criteria = [
  { slug: "accuracy", title: "Accuracy", instruction: "Which is right?" },
  { slug: "style", title: "Style", instruction: "Which reads better?" },
];

test("a new arena stands with the defaults of what was not said", async () => {
  const answer = await operate("POST", "/v1/arenas", { json: { slug: "fresh", title: "Fresh" } });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("location")).toBe("/v1/arenas/fresh");
  expect(read(answer)).toMatchObject({
    slug: "fresh",
    modality: "text",
    k: 2,
    status: "open",
    seq: 1,
    votes: 0,
  });
  expect(read(await call("GET", "/v1/arenas/fresh"))).toEqual(read(answer));
});

test("a slug is taken once, however often it is asked for at the same time", async () => {
  const create = () => operate("POST", "/v1/arenas", { json: { slug: "wanted", title: "Wanted" } });
  await create();
  const again = await withoutTrace("wanted", () => Promise.all([create(), create()]));
  for (const answer of again) expectProblem(answer, "arena_exists", "/slug");
});

test.each([
  ["no title", {}, "/title"],
  ["an empty title", { title: " " }, "/title"],
  ["a slug with capitals", { title: "A", slug: "Arena" }, "/slug"],
  ["a slug with a dot", { title: "A", slug: "a.b" }, "/slug"],
  ["one output a battle", { title: "A", k: 1 }, "/k"],
  ["nine outputs a battle", { title: "A", k: 9 }, "/k"],
  ["an endless number of outputs", '{"slug":"bad","title":"A","k":1e999}', "/k"],
  ["no criterion", { title: "A", criteria: [] }, "/criteria"],
  [
    "a criterion without words",
    { title: "A", criteria: [{ slug: "x", title: "X" }] },
    "/criteria/0/instruction",
  ],
  ["an unknown modality", { title: "A", modality: "smell" }, "/modality"],
  ["a title that is a number", { title: 7 }, "/title"],
] as const)("an arena with %s is refused", async (_, given, pointer) => {
  const body = typeof given === "string" ? given : JSON.stringify({ slug: "bad", ...given });
  expectProblem(await operate("POST", "/v1/arenas", { body }), "schema_invalid", pointer);
  expectProblem(await call("GET", "/v1/arenas/bad"), "arena_unknown");
});

test("a change of settings leaves the others as they are", async () => {
  const arena = await createArena({ description: "As it was", criteria, k: 4, placement_judge: "human" });
  await operator.changeArena(arena, { title: "Renamed" });
  expect(await api.arena(arena)).toMatchObject({
    title: "Renamed",
    description: "As it was",
    k: 4,
    criteria,
  });
  await operator.changeArena(arena, { status: "paused" });
  const settings = (await readSettings(arena)).at(-1);
  expect(settings).toMatchObject({ title: "Renamed", status: "paused", placement_judge: "human" });
});

test("two changes at the same time both stand", async () => {
  const arena = await createArena();
  await Promise.all([
    operator.changeArena(arena, { title: "New title" }),
    operator.changeArena(arena, { description: "New description" }),
  ]);
  expect(await api.arena(arena)).toMatchObject({ title: "New title", description: "New description" });
});

test("a change to the same settings is no entry of the log", async () => {
  const arena = await createArena({ title: "The same" });
  await withoutTrace(arena, () => operator.changeArena(arena, { title: "The same" }));
});

test.each([
  ["nothing", {}, ""],
  ["another modality", { modality: "image" }, "/modality"],
  ["a status nobody knows", { status: "closed" }, "/status"],
])("a change to %s is refused", async (_, json, pointer) => {
  const arena = await createArena();
  await withoutTrace(arena, async () =>
    expectProblem(await operate("PATCH", `/v1/arenas/${arena}`, { json }), "schema_invalid", pointer),
  );
});

test("a model is known by its slug, and naming it again changes nothing", async () => {
  const arena = await createArena();
  const path = `/v1/arenas/${arena}/models`;
  const one = {
    slug: "one",
    name: "One",
    organization: "We",
    license: "MIT",
    url: "https://one.example",
    family: "f",
  };
  const first = await operate("POST", path, { json: one });
  expect(first.status).toBe(201);
  expect(read(first)).toMatchObject({ ...one, status: "active", outputs: 0, votes: 0 });
  await withoutTrace(arena, async () => {
    expect((await operate("POST", path, { json: [{ slug: "one", name: "Another name" }] })).status).toBe(201);
  });
  await operate("POST", path, { json: [{ slug: "two" }, { slug: "one" }, { slug: "two" }] });
  const { data } = read<Page<Model>>(await call("GET", path));
  expect(data.map(({ slug, name }) => [slug, name])).toEqual([
    ["one", "One"],
    ["two", "two"],
  ]);
  await expectSound(arena);
});

test("models added by many at the same time get their numbers once", async () => {
  const arena = await createArena();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => operator.addModels(arena, [{ slug: `m-${at % 10}` }])),
  );
  expect((await api.models(arena)).data).toHaveLength(10);
  await expectSound(arena);
});

test.each([
  ["an address that is no web page", { slug: "x", url: "javascript:alert(1)" }, "/url"],
  ["no slug", { name: "X" }, "/slug"],
  ["a name beyond all bounds", { slug: "x", name: "x".repeat(201) }, "/name"],
])("a model with %s is refused", async (_, json, pointer) => {
  const arena = await createArena();
  await withoutTrace(arena, async () =>
    expectProblem(await operate("POST", `/v1/arenas/${arena}/models`, { json }), "schema_invalid", pointer),
  );
});

test("a prompt of the same slug and text changes nothing, with another text it is refused", async () => {
  const arena = await createArena();
  const path = `/v1/arenas/${arena}/prompts`;
  await operate("POST", path, { json: { slug: "p", text: "Why?", category: "c", reference: "Because" } });
  await withoutTrace(arena, async () => {
    expect((await operate("POST", path, { json: { slug: "p", text: "Why?" } })).status).toBe(201);
    const answer = await operate("POST", path, {
      json: [
        { slug: "q", text: "How?" },
        { slug: "p", text: "What?" },
      ],
    });
    expectProblem(answer, "prompt_exists", "/1/slug");
  });
  expect((await api.prompts(arena)).data).toEqual([
    { slug: "p", text: "Why?", category: "c", reference: "Because", outputs: 0 },
  ]);
  expect((await api.arena(arena)).categories).toEqual(["c"]);
});

test.each([
  ["/v1/arenas/nowhere", "arena_unknown"],
  ["/v1/arenas/nowhere/models", "arena_unknown"],
  ["/v1/arenas/nowhere/leaderboard", "arena_unknown"],
  ["/v1/arenas/nowhere/verdicts", "arena_unknown"],
  ["/v1/tournaments/nowhere.1", "tournament_unknown"],
  ["/v1/tournaments/nowhere", "tournament_unknown"],
  ["/v1/nothing", "not_found"],
] as const)("GET %s is %s", async (path, code) => {
  expectProblem(await call("GET", path), code);
});

test("models, tournaments and matches that are not there are unknown", async () => {
  const arena = await createContest({ score: (model) => model });
  await operator.createTournament(arena, { format: "series", judge: "human" });
  expectProblem(await call("GET", `/v1/arenas/${arena}/models/nobody`), "model_unknown");
  expectProblem(await call("GET", `/v1/tournaments/${arena}.2`), "tournament_unknown");
  expectProblem(await call("GET", `/v1/tournaments/${arena}.0`), "tournament_unknown");
  expectProblem(await call("GET", `/v1/tournaments/${arena}.1/matches/r9.m9`), "match_unknown");
  expectProblem(await operate("POST", `/v1/tournaments/${arena}.2/cancel`), "tournament_unknown");
});

/** The settings as every change left them. */
async function readSettings(arena: string): Promise<unknown[]> {
  const { results } = await env.DB.prepare(
    "SELECT event ->> 'settings' AS settings FROM log WHERE arena_id = ?1 AND type = 'arena.configured' ORDER BY seq",
  )
    .bind(await arenaNumber(arena))
    .all<{ settings: string }>();
  return results.map(({ settings }) => JSON.parse(settings));
}
