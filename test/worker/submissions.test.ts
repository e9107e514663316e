// What becomes of a model that was submitted: checked, flagged, placed, withdrawn.

import { env } from "cloudflare:workers";
import type { OperatedSubmission, Submission } from "@agon/contract";
import { expect, test } from "vitest";
import { api, call, operate, operator, read } from "./support/api.ts";
import { arenaNumber, createArena, createContest, ndjson } from "./support/contest.ts";
import { expectSound, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { untilOver } from "./support/tournament.ts";
import { drawBallot } from "./support/voter.ts";
import {
  answersTo,
  createEndpoint,
  deliver,
  type SubmittedModel,
  type SubmittedRow,
  statusOf,
  submissionOf,
  submitAsOperator,
  submitted,
  until,
} from "./support/webhook.ts";

async function begin(settings: Parameters<typeof createContest>[0] = {}) {
  const arena = await createContest({ models: 4, prompts: 3, ...settings });
  return { arena, endpoint: await createEndpoint(arena) };
}

const slugsOf = async (arena: string): Promise<string[]> =>
  (await api.models(arena)).data.map(({ slug }) => slug);

test("a model with a score for every output is on the board, provisional, in a moment", async () => {
  const { arena, endpoint } = await begin({ score: (model) => model });
  const answer = await deliver(endpoint, submitted({ name: "Quiet Fellow" }, answersTo(3, 2.5)));
  const { id, model } = submissionOf(answer);
  expect(answer.headers.get("location")).toBe(`/v1/submissions/${id}`);
  expect(model).toEqual({ slug: "quiet-fellow", name: "Quiet Fellow" });
  const placed = await until(id, ({ placement }) => placement !== null);
  expect(placed).toMatchObject({
    status: "active",
    errors: [],
    flags: [],
    url: `/a/${arena}/m/quiet-fellow`,
  });
  const tournament = await untilOver(placed.placement ?? "");
  expect(tournament).toMatchObject({ format: "placement", judge: { kind: "rule", rule: "score" } });
  const row = (await api.leaderboard(arena)).models.find((one) => one.model.slug === "quiet-fellow");
  expect(row).toMatchObject({ provisional: true, model: { status: "active" } });
  expect(row?.votes).toBeGreaterThan(0);
  expect(row?.rating).not.toBeNull();
  await expectSound(arena);
});

test("without scores people place the newcomer, and the first model of an arena needs no placement", async () => {
  const { arena, endpoint } = await begin();
  const { id } = submissionOf(await deliver(endpoint, submitted({}, answersTo(3))));
  const { placement } = await until(id, (one) => one.placement !== null);
  const { status, judge } = await api.tournament(placement ?? "");
  expect([status, judge.kind]).toEqual(["running", "human"]);
  const empty = await createArena();
  await operator.addPrompts(empty, [
    { slug: "p-1", text: "One?" },
    { slug: "p-2", text: "Two?" },
  ]);
  const first = await submitAsOperator(empty, "first", 2);
  expect(await statusOf(first)).toMatchObject({ status: "active", placement: null });
  await expectSound(arena);
});

test("an arena that places by score takes no output without one", async () => {
  const { endpoint } = await begin({ score: () => 1, settings: { placement_judge: "score" } });
  const rejected = submissionOf(await deliver(endpoint, submitted({}, answersTo(3))));
  expect(rejected.status).toBe("rejected");
  expect(rejected.errors.map(({ pointer }) => pointer)).toEqual(
    [0, 1, 2].map((at) => `/data/outputs/${at}/score`),
  );
});

test("every problem is named with its place, and nothing of the submission is kept", async () => {
  const { arena, endpoint } = await begin();
  const outputs = [
    { prompt: "p-1", content: "one" },
    { prompt: "p-1", content: "two" },
    { prompt: "nowhere", content: "three" },
    { prompt: "p-2", media_url: "http://10.0.0.1/picture.png" },
  ];
  const before = await slugsOf(arena);
  const body = submitted({ slug: "m-1" }, outputs, { embargo_until: "2999-01-01T00:00:00Z" });
  const { id, status, errors } = submissionOf(await deliver(endpoint, body));
  expect(status).toBe("rejected");
  const wrong = errors.map(({ pointer, code }) => `${pointer} ${code}`).sort();
  expect(wrong).toEqual([
    "/data/embargo_until embargo_too_long",
    "/data/model/slug model_exists",
    "/data/outputs prompt_missing",
    "/data/outputs/1/prompt output_duplicate",
    "/data/outputs/2/prompt prompt_unknown",
    "/data/outputs/3/media_url address_refused",
  ]);
  expect(await statusOf(id)).toMatchObject({ status: "rejected", errors });
  expect(await slugsOf(arena)).toEqual(before);
  expect(await waiting(arena)).toBe(0);
  await expectSound(arena);
});

const waiting = async (arena: string): Promise<number> => {
  const row = await env.DB.prepare("SELECT count(*) AS n FROM submission_outputs WHERE arena_id = ?1")
    .bind(await arenaNumber(arena))
    .first<{ n: number }>();
  return row?.n ?? -1;
};

test("a dry run says the same and stores nothing", async () => {
  const { arena, endpoint } = await begin();
  await withoutTrace(arena, async () => {
    const good = await deliver(endpoint, submitted({}, answersTo(3)), { query: "?dry_run=true" });
    expect(good.status).toBe(202);
    expect(read(good)).toEqual({ dry_run: true, status: "accepted", flags: [] });
    const bad = await deliver(endpoint, submitted({}, answersTo(2)), { query: "?dry_run=true" });
    expect(expectProblem(bad, "submission_invalid").errors).toEqual([
      { pointer: "/data/outputs", code: "prompt_missing", detail: 'has no output for the prompt "p-3"' },
    ]);
  });
});

const names: [what: string, name: string][] = [
  ["markup", "<b>Bold</b>"],
  ["a bidi control", "abc\u202Edef"],
  ["an isolate", "\u2066abc\u2069"],
  ["a line break", "a\nb"],
  ["a NUL", "a\u0000b"],
  ["an invisible blank", "a\u200Bb"],
  ["10,000 characters", "x".repeat(10_000)],
  ["nothing in it", "   "],
];

test.each(names)("a name with %s is refused", async (_, name) => {
  const { arena, endpoint } = await begin();
  await withoutTrace(arena, async () => {
    const problem = expectProblem(
      await deliver(endpoint, submitted({ name }, answersTo(3))),
      "schema_invalid",
    );
    expect(problem.errors.map(({ pointer }) => pointer)).toContain("/data/model/name");
  });
});

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

const bodies: [what: string, body: string, code: Parameters<typeof expectProblem>[1], pointer?: string][] = [
  ["that is not JSON", "{", "json_malformed"],
  ["that is nested too deep", `{"type":"ping","data":${nested(40)}}`, "schema_invalid"],
  ["nested a hundred thousand times", "[".repeat(100_000), "json_malformed"],
  ["of an unknown type", '{"type":"model.sold","data":{}}', "schema_invalid", "/type"],
  [
    "without outputs and endpoint",
    JSON.stringify({ type: "model.submitted", data: { model: { name: "A" } } }),
    "schema_invalid",
    "/data/outputs",
  ],
  [
    "with an output of 10 MB",
    JSON.stringify(submitted({}, [{ prompt: "p-1", content: "x".repeat(10_000_000) }])),
    "body_too_large",
  ],
  [
    "with an output of 300 KB",
    JSON.stringify(submitted({}, [{ prompt: "p-1", content: "x".repeat(300_000) }])),
    "schema_invalid",
    "/data/outputs/0/content",
  ],
  [
    "with text and a file in one output",
    JSON.stringify(submitted({}, [{ prompt: "p-1", content: "a", media_url: "https://a.example/b" }])),
    "schema_invalid",
    "/data/outputs/0/content",
  ],
  [
    "for another arena",
    JSON.stringify(submitted({}, answersTo(3), { arena: "elsewhere" })),
    "submission_invalid",
    "/data/arena",
  ],
];

test.each(bodies)("a signed body %s is refused and nothing is stored", async (_, body, code, pointer) => {
  const { arena, endpoint } = await begin();
  await withoutTrace(arena, async () => expectProblem(await deliver(endpoint, body), code, pointer));
  expect(await waiting(arena)).toBe(0);
});

test("empty outputs are outputs", async () => {
  const { arena, endpoint } = await begin();
  const outputs = answersTo(3).map(({ prompt }) => ({ prompt, content: "" }));
  expect(submissionOf(await deliver(endpoint, submitted({ slug: "silent" }, outputs))).status).toBe("active");
  const { outputs: kept } = await api.model(arena, "silent");
  expect(kept.map(({ content }) => content)).toEqual(["", "", ""]);
});

const leaking: [what: string, model: SubmittedModel, content: string][] = [
  ["its name", { name: "Quiet-Fellow 7B" }, "I am quiet fellow 7b, at your service"],
  ["its slug", { name: "Other", slug: "qf-7b" }, "As QF 7B I cannot say"],
  ["its organization", { name: "Other", organization: "Silent Labs" }, "trained by SILENT LABS."],
];

test.each(leaking)("an output that holds %s waits for the operator", async (_, model, content) => {
  const { arena, endpoint } = await begin();
  const outputs = answersTo(3).map((row, at) => (at === 1 ? { ...row, content } : row));
  const { id, status, flags } = submissionOf(await deliver(endpoint, submitted(model, outputs)));
  expect(status).toBe("validating");
  expect(flags).toEqual([
    expect.objectContaining({ code: "identity_leak", pointer: "/data/outputs/1/content" }),
  ]);
  expect(await slugsOf(arena)).toHaveLength(4);
  const rule = (json: object) => operate("PATCH", `/v1/submissions/${id}`, { json });
  expect(read<Submission>(await rule({ status: "accepted" })).status).toBe("active");
  expect(await slugsOf(arena)).toHaveLength(5);
  expect((await rule({ status: "accepted" })).status).toBe(200);
  expectProblem(await rule({ status: "rejected" }), "submission_state");
  expect(await waiting(arena)).toBe(0);
  await expectSound(arena);
});

test("a copied output waits for the operator, who may reject it", async () => {
  const { arena, endpoint } = await begin();
  const text = "a long answer that somebody else gave";
  await operator.addPrompts(arena, [{ slug: "p-4", text: "Question p-4" }]);
  await operator.addOutputs(arena, ndjson([{ model: "m-2", prompt: "p-4", content: text }]));
  const outputs: SubmittedRow[] = [...answersTo(3), { prompt: "Question p-4", content: text }];
  const { id, flags } = submissionOf(await deliver(endpoint, submitted({}, outputs)));
  expect(flags).toEqual([
    expect.objectContaining({ code: "output_copied", detail: expect.stringContaining("m-2") }),
  ]);
  const answer = await operate("PATCH", `/v1/submissions/${id}`, {
    json: { status: "rejected", reason: "copied" },
  });
  expect(read<Submission>(answer)).toMatchObject({ status: "rejected", reason: "copied" });
  const list = await operate("GET", `/v1/arenas/${arena}/submissions?status=rejected`);
  const { data } = read<{ data: OperatedSubmission[] }>(list);
  expect(data).toEqual([expect.objectContaining({ id, submitter: `endpoint:${endpoint.id}` })]);
  expect(await waiting(arena)).toBe(0);
});

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

test("nobody sees a model before its embargo ends", async () => {
  const { arena, endpoint } = await begin({ score: (model) => model });
  const body = submitted({ slug: "secret" }, answersTo(3, 1), { embargo_until: inMs(3_600_000) });
  expect(submissionOf(await deliver(endpoint, body)).status).toBe("accepted");
  expect(await slugsOf(arena)).not.toContain("secret");
  expect((await api.leaderboard(arena)).models.map(({ model }) => model.slug)).not.toContain("secret");
  expect((await call("GET", `/v1/arenas/${arena}/models/secret`)).status).toBe(404);
  await expectSound(arena);
});

test("a model whose embargo ends comes in by itself and is placed", async () => {
  const { arena, endpoint } = await begin({ score: (model) => model });
  const embargo_until = inMs(400);
  const body = submitted({ slug: "secret" }, answersTo(3, 1), { embargo_until });
  const { id } = submissionOf(await deliver(endpoint, body));
  const { placement } = await until(id, (one) => one.placement !== null);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(embargo_until));
  await untilOver(placement ?? "");
  expect(await slugsOf(arena)).toContain("secret");
  await expectSound(arena);
});

const withdrawn = (model: string) => ({ type: "model.withdrawn", data: { model, reason: "a bug in it" } });

test("a withdrawn model keeps its verdicts, is marked on the board and meets nobody any more", async () => {
  const { arena, endpoint } = await begin({ score: (model) => model });
  const { id } = submissionOf(await deliver(endpoint, submitted({ slug: "newcomer" }, answersTo(3, 2.5))));
  const { placement } = await until(id, (one) => one.placement !== null);
  await untilOver(placement ?? "");
  const { votes } = await api.leaderboard(arena);
  const answer = submissionOf(await deliver(endpoint, withdrawn("newcomer")));
  expect(answer).toMatchObject({ type: "model.withdrawn", status: "withdrawn", reason: "a bug in it" });
  expect((await statusOf(id)).status).toBe("withdrawn");
  const board = await api.leaderboard(arena);
  expect(board.votes).toBe(votes);
  expect(board.models.find(({ model }) => model.slug === "newcomer")?.model.status).toBe("withdrawn");
  const rated = board.models.flatMap(({ model, rating }) =>
    model.status === "active" && rating !== null ? [rating] : [],
  );
  expect(rated.reduce((sum, rating) => sum + rating, 0) / rated.length).toBeCloseTo(1_000, 6);
  await expectSound(arena);
});

test("a model that leaves forfeits the open matches of its tournaments", async () => {
  const { arena, endpoint } = await begin();
  const { id } = submissionOf(await deliver(endpoint, submitted({ slug: "newcomer" }, answersTo(3))));
  const { placement } = await until(id, (one) => one.placement !== null);
  expect((await drawBallot(arena, `?tournament=${placement}`)).outputs).toHaveLength(2);
  submissionOf(await deliver(endpoint, withdrawn("newcomer")));
  expect((await api.tournament(placement ?? "")).status).toBe("completed");
  await expectSound(arena);
});

test("only its submitter and the operator withdraw a model or add to it", async () => {
  const { arena, endpoint } = await begin();
  const other = await createEndpoint(arena, "another");
  submissionOf(await deliver(endpoint, submitted({ slug: "newcomer" }, answersTo(3))));
  await operator.addPrompts(arena, [{ slug: "p-4", text: "Question p-4" }]);
  const added = {
    type: "model.outputs.added",
    data: { model: { slug: "newcomer" }, outputs: [{ prompt: "p-4", content: "late" }] },
  };
  for (const body of [withdrawn("newcomer"), added]) {
    const { status, errors } = submissionOf(await deliver(other, body));
    expect([status, errors[0]?.code]).toEqual(["rejected", "model_foreign"]);
  }
  const unknown = submissionOf(await deliver(endpoint, withdrawn("nobody")));
  expect(unknown.errors[0]).toMatchObject({ code: "model_unknown", pointer: "/data/model" });
  expect(submissionOf(await deliver(endpoint, added)).status).toBe("active");
  expect((await api.model(arena, "newcomer")).outputs).toHaveLength(4);
  const json = { ...withdrawn("newcomer"), data: { model: "newcomer", arena } };
  const byOperator = await operate("POST", "/v1/submissions", { json });
  expect(submissionOf(byOperator).status).toBe("withdrawn");
  await expectSound(arena);
});

test("variants of one submitter never meet", async () => {
  const { arena, endpoint } = await begin({ models: 1, prompts: 1 });
  const placements: (string | null)[] = [];
  for (const slug of ["v-1", "v-2", "v-3"]) {
    const body = submitted({ slug, name: slug, family: "V" }, answersTo(1));
    const { id } = submissionOf(await deliver(endpoint, body));
    placements.push((await until(id, ({ placement }) => placement !== null)).placement);
  }
  for (const placement of placements) {
    const { entrants } = await api.tournament(placement ?? "");
    expect(entrants.map(({ slug }) => slug)).toHaveLength(2);
  }
  const { data } = await api.prompts(arena);
  expect(data[0]?.outputs).toBe(4);
  for (let drawn = 0; drawn < 20; drawn++) {
    const { outputs } = await drawBallot(arena);
    expect(outputs.filter(({ content }) => content?.startsWith("An answer of its own"))).toHaveLength(1);
  }
  expectProblem(await call("POST", `/v1/arenas/${arena}/ballots?k=3`), "no_battle_left");
});
