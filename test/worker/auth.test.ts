import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { withChecksum } from "../../apps/api/src/keys/key-text.ts";
import { api, asOperator, call, operate } from "./support/api.ts";
import { arenaNumber, createContest } from "./support/contest.ts";
import { bearing, grantKey } from "./support/keys.ts";
import { readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { allRoutes, fill } from "./support/routes.ts";
import { operatorKey } from "./support/secrets.ts";
import { startTournament } from "./support/tournament.ts";
import { answersTo, submitAsOperator, submitted } from "./support/webhook.ts";

const guarded = allRoutes.filter(({ route }) => route.scope !== undefined);
const open = allRoutes.filter(({ route }) => route.scope === undefined);

/** An arena with a tournament, and the calls of every guarded route on it. */
async function begin() {
  const arena = await createContest({ models: 2, prompts: 1 });
  const { id } = await startTournament(arena, { format: "series", judge: "human" });
  const submission = await submitAsOperator(arena, "newcomer", 1);
  const addressOf = (path: string) => fill(path, { arena, tournament: id, match: "r1.m1", submission });
  return { arena, addressOf };
}

const wrongKeys: [what: string, authorization: string][] = [
  ["a key of the right form that nobody has", `Bearer ${withChecksum(`agon_unknown1_${"x".repeat(32)}`)}`],
  ["the operator's key with one character changed", `Bearer ${operatorKey.slice(0, -1)}y`],
  ["the operator's key cut short", `Bearer ${operatorKey.slice(0, -1)}`],
  ["a key of another kind", "Bearer sk-123456"],
];

test.each(guarded)(
  "$method $path is closed without a key, before its body is read",
  async ({ method, path, route }) => {
    const { arena, addressOf } = await begin();
    await withoutTrace(arena, async () => {
      const request = route.body ? { body: "{ no JSON", type: "text/plain" } : {};
      const answer = await call(method, addressOf(path), request);
      expectProblem(answer, "key_missing");
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    });
  },
);

test.each(guarded)("$method $path is closed to a wrong key", async ({ method, path, route }) => {
  const { arena, addressOf } = await begin();
  await withoutTrace(arena, async () => {
    for (const [what, authorization] of wrongKeys) {
      const request = route.body ? { json: {} } : {};
      const answer = await call(method, addressOf(path), { ...request, headers: { authorization } });
      expect(answer.status, what).toBe(401);
      expectProblem(answer, "key_invalid");
    }
  });
});

test.each(guarded)(
  "$method $path is closed to a key without its scope, and one that has expired",
  async ({ method, path, route }) => {
    const { arena, addressOf } = await begin();
    const [reader, old] = [
      await grantKey({ scopes: "arena:read" }),
      await grantKey({ expiresAt: Date.now() - 1 }),
    ];
    const request = route.body ? { json: {} } : {};
    await withoutTrace(arena, async () => {
      expectProblem(
        await call(method, addressOf(path), { ...request, headers: bearing(reader) }),
        "scope_missing",
      );
      expectProblem(
        await call(method, addressOf(path), { ...request, headers: bearing(old) }),
        "key_invalid",
      );
    });
  },
);

test.each(guarded)(
  "$method $path is closed to another arena's key and open to its own",
  async ({ method, path, route }) => {
    const [mine, other] = [await begin(), await begin()];
    const key = await grantKey({ scopes: route.scope ?? "", arena: await arenaNumber(mine.arena) });
    const request = { ...(route.body ? { body: "{", type: "application/json" } : {}), headers: bearing(key) };
    if (route.arenaInBody) return;
    await withoutTrace(other.arena, async () =>
      expectProblem(await call(method, other.addressOf(path), request), "scope_missing"),
    );
    // What concerns no arena in particular is closed to the key of one.
    if (!/\{(?:arena|tournament)\}/.test(path)) return;
    const own = await call(method, mine.addressOf(path), request);
    expect([401, 403], own.text).not.toContain(own.status);
  },
);

test.each(guarded)("$method $path is open to the operator", async ({ method, path, route }) => {
  const { addressOf } = await begin();
  const answer = await operate(
    method,
    addressOf(path),
    route.body ? { body: "{", type: "application/json" } : {},
  );
  expect([401, 403], answer.text).not.toContain(answer.status);
});

test.each(open)("$method $path needs no key and takes no notice of a wrong one", async ({ method, path }) => {
  const { addressOf } = await begin();
  for (const headers of [{}, { authorization: "Bearer nonsense" }]) {
    const answer = await call(method, addressOf(path), { headers });
    expect([401, 403], answer.text).not.toContain(answer.status);
  }
});

test("a guarded route of an arena that is not there is unknown to the operator and closed to strangers", async () => {
  expectProblem(await operate("PATCH", "/v1/arenas/nowhere", { json: { title: "A" } }), "arena_unknown");
  expectProblem(await call("PATCH", "/v1/arenas/nowhere", { json: { title: "A" } }), "key_missing");
  expectProblem(await operate("POST", "/v1/tournaments/nowhere.1/cancel"), "tournament_unknown");
});

test("a submission names its arena in the body, and the key must be good for it", async () => {
  const [mine, other] = [await createContest({ prompts: 1 }), await createContest({ prompts: 1 })];
  const key = await grantKey({ scopes: "submissions:write", arena: await arenaNumber(mine) });
  const send = (arena: string) =>
    call("POST", "/v1/submissions", {
      json: submitted({}, answersTo(1), { arena }),
      headers: bearing(key),
    });
  await withoutTrace(other, async () => expectProblem(await send(other), "scope_missing"));
  expect((await send(mine)).status).toBe(202);
  expectProblem(await send("nowhere"), "arena_unknown");
});

test("a key for submissions opens nothing else", async () => {
  const { arena, addressOf } = await begin();
  const key = await grantKey({ scopes: "submissions:write" });
  const others = guarded.filter(({ route }) => route.scope !== "submissions:write");
  await withoutTrace(arena, async () => {
    for (const { method, path, route } of others) {
      const request = { ...(route.body ? { json: {} } : {}), headers: bearing(key) };
      expectProblem(await call(method, addressOf(path), request), "scope_missing");
    }
  });
});

test("the operator's key enters the table as a hash at its first use", async () => {
  await operate("GET", `/v1/arenas/${await createContest()}/audit`);
  const { results } = await env.DB.prepare("SELECT * FROM api_keys WHERE id = 'testtest'").all();
  expect(results).toHaveLength(1);
  expect(JSON.stringify(results)).not.toContain(operatorKey);
  expect(results[0]).toMatchObject({
    hash: env.AGON_ADMIN_KEY_HASH,
    scopes: "arena:write submissions:write webhooks:write keys:write",
  });
});

test("a key's text is nowhere in the database", async () => {
  const arena = await createContest();
  await operate("PATCH", `/v1/arenas/${arena}`, {
    json: { title: "A" },
    headers: { "idempotency-key": "one" },
  });
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  for (const { name } of results) {
    const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    expect(JSON.stringify(rows.results), name).not.toContain(operatorKey);
    expect(JSON.stringify(rows.results), name).not.toContain(env.AGON_SECRET);
  }
});

test("a write with a cookie is taken from the site's own pages alone", async () => {
  const arena = await createContest();
  const path = `/v1/arenas/${arena}/ballots`;
  const cookie = "agon_voter=somebody";
  const from = (origin: string) => call("POST", path, { headers: { cookie, origin } });
  expectProblem(await from("https://elsewhere.example"), "origin_foreign");
  expectProblem(await from("null"), "origin_foreign");
  expectProblem(await from("http://localhost:9999"), "origin_foreign");
  expect((await from("http://localhost")).status).toBe(201);
  expect((await call("POST", path, { headers: { origin: "https://elsewhere.example" } })).status).toBe(201);
});

test("other origins may read in public and nothing else", async () => {
  const arena = await createContest();
  const board = await call("GET", `/v1/arenas/${arena}/leaderboard`);
  expect(board.headers.get("access-control-allow-origin")).toBe("*");
  expect(board.headers.get("access-control-allow-credentials")).toBeNull();
  const issued = await call("POST", `/v1/arenas/${arena}/ballots`);
  expect(issued.headers.get("access-control-allow-origin")).toBeNull();
  const preflight = await call("OPTIONS", `/v1/arenas/${arena}/ballots`);
  expect(preflight.headers.get("access-control-allow-methods")).toBe("GET");
  expect(preflight.headers.get("access-control-allow-headers")).not.toMatch(/authorization/i);
});

test("answers are not to be stored unless a route says otherwise, and are what they say they are", async () => {
  const arena = await createContest();
  for (const answer of [
    await call("GET", "/v1/health"),
    await call("POST", `/v1/arenas/${arena}/ballots`),
    await operate("GET", `/v1/arenas/${arena}/audit`),
    await call("GET", "/v1/nothing"),
  ]) {
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("x-request-id")).not.toBe("");
  }
  expect(Object.keys(asOperator)).toEqual(["authorization"]);
  expect((await api.arena(arena)).seq).toBe((await readLog(arena)).length);
});
