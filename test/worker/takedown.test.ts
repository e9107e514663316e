// What an operator takes down is gone from everywhere, and what was said of it stays.
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { api, call, operate, operator } from "./support/api.ts";
import { arenaNumber, createArena, createContest, ndjson, numbered } from "./support/contest.ts";
import { expectSound, readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { startTournament, untilOver } from "./support/tournament.ts";
import { askForBallot, castBallot, drawBallot } from "./support/voter.ts";
import { importedVote, importVotes } from "./support/votes.ts";

const first = { model: "m-1", prompt: "p-1" } as const;
const wish = { ...first, reason: "names a private person" };
/** What `createContest` stores for `m-1` and `p-1`. */
const secret = "An answer of 00";

const outputOf = async (arena: string, { model, prompt }: { model: string; prompt: string }) =>
  (await api.model(arena, model)).outputs.find((output) => output.prompt === prompt);

test("an output that is taken down is blank everywhere, and its verdicts stay counted", async () => {
  const arena = await createContest({ models: 2, prompts: 1, score: (model) => model });
  await startTournament(arena, { format: "single-elimination", judge: "score" });
  await untilOver(`${arena}.1`);
  await importVotes(arena, [importedVote(), importedVote()]);
  const before = await api.leaderboard(arena);
  const page = await call("GET", `/v1/arenas/${arena}/models/m-1`);
  const answer = await operator.takeOutputDown(arena, wish);
  const blank = { content: null, media_url: null, taken_down: true };
  expect(answer).toEqual({ model: { slug: "m-1", name: "m-1" }, prompt: "p-1", score: 0, ...blank });
  expect(await outputOf(arena, first)).toMatchObject(blank);
  expect(await outputOf(arena, { ...first, model: "m-2" })).toMatchObject({
    content: "An answer of 10",
    taken_down: false,
  });
  const known = { headers: { "if-none-match": page.headers.get("etag") ?? "" } };
  expect((await call("GET", `/v1/arenas/${arena}/models/m-1`, known)).status, "caches follow").toBe(200);
  const bracket = (await api.tournament(`${arena}.1`)).brackets.flatMap(({ rounds }) => rounds);
  const final = bracket.flatMap(({ matches }) => matches).at(-1)?.id ?? "";
  const match = await api.match(`${arena}.1`, final);
  expect(match.outputs.find(({ model }) => model.slug === "m-1")).toMatchObject(blank);
  const frame = (await call("GET", `/embed/v1/match/${arena}.1/${final}`)).text;
  expect(frame).toContain("taken down by the operator");
  expect(frame).not.toContain(secret);
  const after = await api.leaderboard(arena);
  expect(after.models.map(({ rating, votes }) => [rating, votes])).toEqual(
    before.models.map(({ rating, votes }) => [rating, votes]),
  );
  expect(after.seq).toBeGreaterThan(before.seq);
  const { results } = await env.DB.prepare("SELECT * FROM outputs WHERE arena_id = ?1")
    .bind(await arenaNumber(arena))
    .all();
  expect(JSON.stringify(results)).not.toContain(secret);
  await expectSound(arena);
});

test("its length still stands beside its verdicts", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  await importVotes(arena, [importedVote(), importedVote({ ranks: [2, 1] })]);
  await operator.takeOutputDown(arena, wish);
  const row = await env.DB.prepare("SELECT chars FROM output_styles WHERE arena_id = ?1 AND model = 0")
    .bind(await arenaNumber(arena))
    .first();
  expect(row).toEqual({ chars: secret.length });
});

test("nobody is asked about it any more, and what was in somebody's hands still counts", async () => {
  const arena = await createContest({ models: 2, prompts: 2 });
  const held = await drawBallot(arena);
  await operator.takeOutputDown(arena, { ...wish, prompt: held.prompt.slug });
  expect((await castBallot(held, { ranks: [1, 2] })).status).toBe(201);
  for (let at = 0; at < 4; at++) expect((await drawBallot(arena)).prompt.slug).not.toBe(held.prompt.slug);
  const other = held.prompt.slug === "p-1" ? "p-2" : "p-1";
  await operator.takeOutputDown(arena, { ...wish, model: "m-2", prompt: other });
  expectProblem(await askForBallot(arena), "no_battle_left");
  await expectSound(arena);
});

test("in tournaments that people judge its model forfeits; programs go on by the score", async () => {
  const arena = await createContest({ models: 2, prompts: 1, score: (model) => model });
  const people = await startTournament(arena, { format: "series", judge: "human" });
  const program = await startTournament(arena, { format: "series", judge: "score", pace_ms: 60_000 });
  await operator.takeOutputDown(arena, wish);
  expect((await api.match(people.id, "r1.m1")).winners).toEqual(["m-2"]);
  expect((await api.tournament(people.id)).status).toBe("completed");
  expect((await api.match(program.id, "r1.m1")).status).not.toBe("forfeit");
  const later = await startTournament(arena, { format: "series", judge: "human" });
  expect((await api.match(later.id, "r1.m1")).status).toBe("forfeit");
  await expectSound(arena);
});

test("it cannot be uploaded again, and taking it down again leaves no trace", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  await operator.takeOutputDown(arena, wish);
  await withoutTrace(arena, async () => {
    await operator.takeOutputDown(arena, wish);
    const body = ndjson([{ ...first, content: secret }]);
    const again = await operate("POST", `/v1/arenas/${arena}/outputs`, {
      body,
      type: "application/x-ndjson",
    });
    expectProblem(again, "output_exists", "/content");
  });
});

test.each([
  [{ ...wish, model: "nobody" }, "model_unknown"],
  [{ ...wish, prompt: "nothing" }, "prompt_unknown"],
  [{ ...wish, model: "m-2" }, "output_unknown"],
  [{ ...wish, reason: " " }, "schema_invalid"],
  [first, "schema_invalid"],
] as const)("what is not there, or has no reason, is not taken down: %j", async (json, code) => {
  const arena = await createArena();
  await operator.addModels(
    arena,
    numbered("m", 2).map((slug) => ({ slug })),
  );
  await operator.addPrompts(arena, { slug: "p-1", text: "Why?" });
  await operator.addOutputs(arena, ndjson([{ ...first, content: "So." }]));
  await withoutTrace(arena, async () => {
    expectProblem(await operate("POST", `/v1/arenas/${arena}/outputs/takedown`, { json }), code);
    expectProblem(await call("POST", `/v1/arenas/${arena}/outputs/takedown`, { json: wish }), "key_missing");
  });
});

const drawing = (note: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0"/><text>${note}</text></svg>`;

async function uploadFile(arena: string, model: string, svg: string): Promise<string> {
  const form = new FormData();
  form.set("model", model);
  form.set("prompt", "p-1");
  form.set("file", new File([svg], "one.svg", { type: "image/svg+xml" }));
  const encoded = new Response(form);
  const type = encoded.headers.get("content-type") ?? "";
  const body = await encoded.arrayBuffer();
  const answer = await operate("POST", `/v1/arenas/${arena}/outputs`, { body, type });
  expect(answer.status, answer.text).toBe(201);
  return (await outputOf(arena, { ...first, model }))?.media_url ?? "";
}

test("its file goes with the last output that has it", async () => {
  const arena = await createArena({ modality: "image" });
  await operator.addModels(
    arena,
    numbered("m", 3).map((slug) => ({ slug })),
  );
  await operator.addPrompts(arena, { slug: "p-1", text: "Draw." });
  const shared = await uploadFile(arena, "m-1", drawing("shared"));
  expect(await uploadFile(arena, "m-2", drawing("shared"))).toBe(shared);
  const own = await uploadFile(arena, "m-3", drawing("own"));
  await operator.takeOutputDown(arena, wish);
  expect((await call("GET", shared)).status).toBe(200);
  await operator.takeOutputDown(arena, { ...wish, model: "m-2" });
  expectProblem(await call("GET", shared), "not_found");
  expect((await call("GET", own)).status).toBe(200);
  expect((await readLog(arena)).filter(({ type }) => type === "output.removed")).toHaveLength(2);
  await expectSound(arena);
});
