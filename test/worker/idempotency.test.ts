import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { api, call, operate } from "./support/api.ts";
import { createArena, createContest } from "./support/contest.ts";
import { withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { askForBallot, drawBallot } from "./support/voter.ts";

const keyed = (key: string) => ({ "idempotency-key": key });

const dayMs = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
});

test("a creation sent again with its key is done once and answered alike", async () => {
  const arena = await createContest();
  const request = { json: { format: "series", judge: "human" }, headers: keyed("make-it-once") };
  const first = await operate("POST", `/v1/arenas/${arena}/tournaments`, request);
  const again = await withoutTrace(arena, () => operate("POST", `/v1/arenas/${arena}/tournaments`, request));
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 201, text: first.text });
  expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect((await api.tournaments(arena)).data).toHaveLength(1);
});

test("without a key, or with another one, a creation is another one", async () => {
  const arena = await createContest();
  const create = (headers = {}) =>
    operate("POST", `/v1/arenas/${arena}/tournaments`, { json: { format: "series" }, headers });
  await create();
  await create();
  await create(keyed("one"));
  await create(keyed("other"));
  expect((await api.tournaments(arena)).data).toHaveLength(4);
});

test("a key that was used with another body is refused", async () => {
  const arena = await createContest();
  const create = (title: string) =>
    operate("POST", `/v1/arenas/${arena}/tournaments`, {
      json: { format: "series", title },
      headers: keyed("k"),
    });
  await create("One");
  await withoutTrace(arena, async () => expectProblem(await create("Another"), "idempotency_mismatch"));
});

test("of many at the same time one is done, and the others get its answer or are told to wait", async () => {
  const arena = await createContest();
  const create = () =>
    operate("POST", `/v1/arenas/${arena}/tournaments`, {
      json: { format: "series" },
      headers: keyed("rush"),
    });
  const answers = await Promise.all(Array.from({ length: 12 }, create));
  const done = answers.filter(({ status }) => status === 201);
  expect(new Set(done.map(({ text }) => text)).size).toBe(1);
  for (const answer of answers) if (!done.includes(answer)) expectProblem(answer, "idempotency_in_progress");
  expect((await api.tournaments(arena)).data).toHaveLength(1);
});

test("a request that is still running makes the second one wait", async () => {
  const arena = await createContest();
  const json = { format: "series" };
  const create = () => operate("POST", `/v1/arenas/${arena}/tournaments`, { json, headers: keyed("slow") });
  await create();
  await env.DB.prepare("UPDATE idempotency SET status = NULL, answer = NULL").run();
  const waiting = await create();
  expectProblem(waiting, "idempotency_in_progress");
  expect(waiting.headers.get("retry-after")).not.toBeNull();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  expect((await create()).status, "a dead one does not block the key for ever").toBe(201);
});

test("what was refused can be mended and sent with the same key", async () => {
  const arena = await createContest();
  const create = (format: string) =>
    operate("POST", `/v1/arenas/${arena}/tournaments`, { json: { format }, headers: keyed("mend") });
  expectProblem(await create("chess"), "schema_invalid");
  expect((await create("series")).status).toBe(201);
});

test("a key is good for a day", async () => {
  const arena = await createContest();
  const create = () =>
    operate("POST", `/v1/arenas/${arena}/tournaments`, { json: { format: "series" }, headers: keyed("day") });
  await create();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + dayMs + 1_000 });
  await create();
  expect((await api.tournaments(arena)).data).toHaveLength(2);
});

test("the same key of another caller or for another address is another key", async () => {
  const [one, other] = [await createContest(), await createContest()];
  const json = { slug: "m-9" };
  expect((await operate("POST", `/v1/arenas/${one}/models`, { json, headers: keyed("k") })).status).toBe(201);
  expect((await operate("POST", `/v1/arenas/${other}/models`, { json, headers: keyed("k") })).status).toBe(
    201,
  );
  expect((await api.models(other)).data.map(({ slug }) => slug)).toContain("m-9");
});

test("two voters with the same key get ballots of their own", async () => {
  const arena = await createContest();
  const [one, other] = [await drawBallot(arena), await drawBallot(arena)];
  const ask = (cookie: string) =>
    call("POST", `/v1/arenas/${arena}/ballots`, { headers: { cookie, ...keyed("1") } });
  const [first, again, second] = [await ask(one.cookie), await ask(one.cookie), await ask(other.cookie)];
  expect(again.text).toBe(first.text);
  expect(JSON.parse(second.text).id).not.toBe(JSON.parse(first.text).id);
});

test.each([
  ["", 400],
  ["x".repeat(256), 400],
  ["x".repeat(255), 201],
])("a key of %s gives %i", async (key, status) => {
  const arena = await createContest();
  const answer = await call("POST", `/v1/arenas/${arena}/ballots`, { headers: keyed(key) });
  expect(answer.status, answer.text).toBe(status);
});

test("a body over its limit is refused with a key too, announced or not", async () => {
  const arena = await createArena();
  const large = new Uint8Array(2_000_000).fill(0x20);
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(large);
      controller.close();
    },
  });
  const path = `/v1/arenas/${arena}/models`;
  for (const body of [large, stream]) {
    expectProblem(
      await operate("POST", path, { body, headers: keyed(`big-${typeof body}`) }),
      "body_too_large",
    );
  }
});

test("a key guards a body that is no text as it is", async () => {
  const arena = await createArena();
  const path = `/v1/arenas/${arena}/models`;
  const send = (last: number) =>
    operate("POST", path, { body: new Uint8Array([0x7b, 0xff, last]), headers: keyed("bytes") });
  expectProblem(await send(0xfe), "json_malformed");
  expectProblem(await send(0xfd), "json_malformed");
});

test("a ballot asked for with a key is the same ballot again, also without a cookie", async () => {
  const arena = await createContest();
  const first = await call("POST", `/v1/arenas/${arena}/ballots`, { headers: keyed("lost-answer") });
  const again = await call("POST", `/v1/arenas/${arena}/ballots`, { headers: keyed("lost-answer") });
  expect(again.text).toBe(first.text);
  expect((await askForBallot(arena)).text).not.toBe(first.text);
});
