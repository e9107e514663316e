import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, expect, test, vi } from "vitest";
import { createApp } from "../../apps/api/src/app.ts";
import { origin } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { withoutTrace } from "./support/log.ts";
import { drawBallot } from "./support/voter.ts";

const app = createApp();
const dayMs = 86_400_000;

/** Asks for a ballot where limits are on. */
async function ask(arena: string, headers: Record<string, string>): Promise<Response> {
  const request = new Request(`${origin}/v1/arenas/${arena}/ballots`, { method: "POST", headers });
  return app.fetch(request, { ...env, AGON_LIMITS: "on" }, createExecutionContext());
}

const remaining = (response: Response): number =>
  Number(/r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);

afterEach(() => {
  vi.useRealTimers();
});

test("a voter gets 50 ballots a day, is told how many are left, and then when to come again", async () => {
  const arena = await createContest();
  const { cookie } = await drawBallot(arena);
  const first = await ask(arena, { cookie });
  expect(first.status).toBe(201);
  expect(first.headers.get("ratelimit-policy")).toBe('"ballots";q=50;w=86400');
  expect(remaining(first)).toBe(49);
  for (let at = 2; at < 50; at++) await ask(arena, { cookie });
  expect(remaining(await ask(arena, { cookie }))).toBe(0);
  const refused = await withoutTrace(arena, () => ask(arena, { cookie }));
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({ code: "quota_exhausted" });
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(86_400);
});

test("the quota is a voter's own and starts anew with the day", async () => {
  const arena = await createContest();
  const [one, other] = [await drawBallot(arena), await drawBallot(arena)];
  for (let at = 0; at < 50; at++) await ask(arena, { cookie: one.cookie });
  expect((await ask(arena, { cookie: one.cookie })).status).toBe(429);
  expect((await ask(arena, { cookie: other.cookie })).status).toBe(201);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + dayMs });
  expect((await ask(arena, { cookie: one.cookie })).status).toBe(201);
});

test("who comes without a cookie is counted by network address, so that dropping it gains little", async () => {
  const arena = await createContest();
  const from = (address: string) => ask(arena, { "cf-connecting-ip": address });
  const first = await from("192.0.2.1");
  expect(first.headers.get("ratelimit-policy")).toBe('"ballots";q=200;w=86400');
  for (let at = 1; at < 200; at++) await from("192.0.2.1");
  expect((await from("192.0.2.1")).status).toBe(429);
  expect((await from("192.0.2.2")).status).toBe(201);
  const { cookie } = await drawBallot(arena);
  expect((await ask(arena, { cookie, "cf-connecting-ip": "192.0.2.1" })).status).toBe(201);
});

test("a cookie that was not signed here is no cookie", async () => {
  const arena = await createContest();
  const made = await ask(arena, {
    cookie: "agon_voter=anybody.c2lnbmF0dXJl",
    "cf-connecting-ip": "192.0.2.3",
  });
  expect(made.headers.get("ratelimit-policy")).toBe('"ballots";q=200;w=86400');
});
