import { expect, test } from "vitest";
import { ApiError, createClient } from "../client.ts";
import { allItems } from "./pages.ts";
import { type RetryOptions, retryAfterMs, withRetries } from "./retry.ts";

/** A server that answers each of these in turn; an error is a connection that breaks. */
function madeServer(answers: readonly (Response | Error)[], options: RetryOptions = {}) {
  const requests: { method: string; key: string | null }[] = [];
  const waits: number[] = [];
  const fetch = withRetries(
    async (_, init) => {
      const { method = "GET", headers } = init ?? {};
      const answer = answers[requests.length];
      requests.push({ method, key: new Headers(headers).get("idempotency-key") });
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error("no answer left");
      return answer;
    },
    { random: () => 0, sleep: async (ms) => void waits.push(ms), ...options },
  );
  return { requests, waits, client: createClient(fetch) };
}

const busy = (headers: Record<string, string> = {}, status = 503) => new Response("{}", { status, headers });
const good = () => Response.json({ data: [], next_cursor: null });

test("a busy server is asked again after the time it names, else after longer and longer", async () => {
  const server = madeServer([busy({ "retry-after": "7" }, 429), busy(), new TypeError("broken"), good()]);
  await server.client.arenas();
  expect(server.waits).toEqual([7_000, 500, 1_000]);
});

test("no wait is longer than the caller allows, and chance spreads it", async () => {
  const server = madeServer([busy({ "retry-after": "3600" }), good()], { longestWaitMs: 50 });
  await server.client.arenas();
  expect(server.waits).toEqual([50]);
  const spread = madeServer([busy(), good()], { random: () => 1 });
  await spread.client.arenas();
  expect(spread.waits).toEqual([500]);
});

test("every try of a POST carries one key, other calls none", async () => {
  const server = madeServer([busy(), busy({ "retry-after": "0" }, 409), Response.json({ slug: "a" })]);
  await server.client.createArena({ slug: "a", title: "A" });
  const keys = new Set(server.requests.map(({ key }) => key));
  expect(server.requests).toHaveLength(3);
  expect(keys.size).toBe(1);
  expect([...keys][0]).toMatch(/^[0-9a-f-]{36}$/);
  const reader = madeServer([good()]);
  await reader.client.arenas();
  expect(reader.requests).toEqual([{ method: "GET", key: null }]);
});

test("a refusal comes at once, with its code and its places", async () => {
  const errors = [{ pointer: "/slug", detail: "is taken" }];
  const server = madeServer([
    Response.json({ code: "arena_exists", detail: "taken", errors }, { status: 409 }),
  ]);
  const refused = server.client.createArena({ slug: "a", title: "A" });
  await expect(refused).rejects.toMatchObject({ status: 409, code: "arena_exists", errors });
  await expect(refused).rejects.toBeInstanceOf(ApiError);
  expect(server.requests).toHaveLength(1);
});

test("after the last try the caller hears of it", async () => {
  const answers = Array.from({ length: 3 }, () => busy());
  await expect(madeServer(answers, { tries: 3 }).client.arenas()).rejects.toMatchObject({ status: 503 });
  const broken = madeServer([new TypeError("one"), new TypeError("two")], { tries: 2 });
  await expect(broken.client.arenas()).rejects.toThrow("two");
  const impatient = madeServer([new TypeError("one"), good()], { repeatLost: false });
  await expect(impatient.client.arenas()).rejects.toThrow("one");
});

test("Retry-After is seconds or a date", () => {
  const date = new Date(60_000).toUTCString();
  expect(retryAfterMs(busy({ "retry-after": date }), 10_000)).toBe(50_000);
  expect(retryAfterMs(busy({ "retry-after": "1.5" }))).toBe(1_500);
  for (const nothing of [{}, { "retry-after": "soon" }, { "retry-after": "-1" }]) {
    expect(retryAfterMs(busy(nothing))).toBeNull();
  }
});

test("a list is read page by page, as far as it is wanted", async () => {
  const asked: (string | undefined)[] = [];
  const load = async (cursor: string | undefined) => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    return { data: [at, at + 1], next_cursor: at < 4 ? String(at + 2) : null };
  };
  const all: number[] = [];
  for await (const item of allItems(load)) all.push(item);
  expect(all).toEqual([0, 1, 2, 3, 4, 5]);
  asked.length = 0;
  for await (const item of allItems(load)) if (item === 1) break;
  expect(asked).toEqual([undefined]);
});
