import { env } from "cloudflare:workers";
import type { CreatedKey, Key, OperatorAction, Page } from "@agon/contract";
import { expect, test } from "vitest";
import { call, operate, read } from "./support/api.ts";
import { arenaNumber, createArena } from "./support/contest.ts";
import { bearing, grantKey } from "./support/keys.ts";
import { expectProblem } from "./support/problem.ts";

const makeKey = async (wish: object): Promise<CreatedKey> => {
  const answer = await operate("POST", "/v1/keys", { json: { name: "CI", ...wish } });
  expect(answer.status, answer.text).toBe(201);
  return read<CreatedKey>(answer);
};

const listed = async (): Promise<Key[]> => read<Page<Key>>(await operate("GET", "/v1/keys")).data;

test("a key is shown once, kept as a hash, and does what its scopes say in its arena alone", async () => {
  const [mine, other] = [await createArena(), await createArena()];
  const made = await makeKey({ scopes: ["arena:write"], arena: mine });
  expect(made.key).toMatch(/^agon_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/);
  expect(made).toMatchObject({ name: "CI", arena: mine, expires_at: null, last_used_at: null });
  const rows = JSON.stringify((await env.DB.prepare("SELECT * FROM api_keys").all()).results);
  expect(rows).not.toContain(made.key);
  expect(JSON.stringify(await listed())).not.toContain(made.key);
  const patch = (arena: string) =>
    call("PATCH", `/v1/arenas/${arena}`, { json: { title: "By CI" }, headers: bearing(made.key) });
  expect((await patch(mine)).status).toBe(200);
  expectProblem(await patch(other), "scope_missing");
  expectProblem(await call("GET", "/v1/keys", { headers: bearing(made.key) }), "scope_missing");
  expect((await listed()).find(({ id }) => id === made.id)?.last_used_at).not.toBeNull();
});

test("a revoked key is refused at once, and cannot be revoked twice", async () => {
  const made = await makeKey({ scopes: ["keys:write"] });
  expect((await call("GET", "/v1/keys", { headers: bearing(made.key) })).status).toBe(200);
  expect((await operate("DELETE", `/v1/keys/${made.id}`)).status).toBe(200);
  expectProblem(await call("GET", "/v1/keys", { headers: bearing(made.key) }), "key_invalid");
  expectProblem(await operate("DELETE", `/v1/keys/${made.id}`), "key_unknown");
});

test("the key of the deployment is listed as such and stays", async () => {
  const own = (await listed()).find(({ deployment }) => deployment);
  expect(own).toMatchObject({ name: "operator", arena: null });
  expectProblem(await operate("DELETE", `/v1/keys/${own?.id}`), "key_protected");
});

test("nobody gives away a scope that they do not have, or a time that is over", async () => {
  const key = await grantKey({ scopes: "keys:write" });
  const ask = (json: object) => call("POST", "/v1/keys", { json, headers: bearing(key) });
  expectProblem(await ask({ name: "more", scopes: ["keys:write", "arena:write"] }), "scope_missing");
  expect((await ask({ name: "same", scopes: ["keys:write"] })).status).toBe(201);
  const over = { name: "late", scopes: ["keys:write"], expires_at: "2020-01-01T00:00:00.000Z" };
  expectProblem(await ask(over), "schema_invalid", "/expires_at");
  expectProblem(await ask({ name: "odd", scopes: ["everything"] }), "schema_invalid");
  expectProblem(await ask({ name: "lost", scopes: ["keys:write"], arena: "nowhere" }), "arena_unknown");
});

test("a repeat with the same idempotency key gives the same key, which the database cannot read", async () => {
  const ask = () =>
    operate("POST", "/v1/keys", {
      json: { name: "twice", scopes: ["submissions:write"] },
      headers: { "idempotency-key": "make-once" },
    });
  const [first, second] = [await ask(), await ask()];
  expect(second.text).toBe(first.text);
  const kept = JSON.stringify((await env.DB.prepare("SELECT * FROM idempotency").all()).results);
  expect(kept).not.toContain(read<CreatedKey>(first).key);
});

test("arena:write stands for submissions:write, and not the other way round", async () => {
  const arena = await arenaNumber(await createArena());
  const writer = await grantKey({ scopes: "arena:write submissions:write keys:write" });
  const grant = { name: "sub", scopes: ["submissions:write"] };
  expect((await call("POST", "/v1/keys", { json: grant, headers: bearing(writer) })).status).toBe(201);
  const submitter = await grantKey({ scopes: "submissions:write", arena });
  expectProblem(
    await call("POST", "/v1/arenas", { json: { slug: "x", title: "X" }, headers: bearing(submitter) }),
    "scope_missing",
  );
});

test("what is done with a key is listed: who, what, when; reads and refusals are not", async () => {
  const arena = await createArena();
  const made = await makeKey({ scopes: ["arena:write"], arena, name: "robot" });
  const as = { headers: bearing(made.key) };
  await call("PATCH", `/v1/arenas/${arena}`, { json: { title: "New" }, ...as });
  await call("PATCH", `/v1/arenas/${arena}`, { json: { title: 5 }, ...as });
  const answer = await call("GET", `/v1/arenas/${arena}/actions`, as);
  const { data } = read<Page<OperatorAction>>(answer);
  expect(data).toMatchObject([
    {
      key: { id: made.id, name: "robot" },
      action: "changeArena",
      target: `PATCH /v1/arenas/${arena}`,
      arena,
      status: 200,
    },
  ]);
  const all = read<Page<OperatorAction>>(await operate("GET", "/v1/actions?limit=3"));
  expect(all.data).toHaveLength(3);
  expect(all.data[0]?.action).toBe("changeArena");
  expect(all.data[1]).toMatchObject({ action: "createKey", target: "POST /v1/keys" });
  const next = read<Page<OperatorAction>>(
    await operate("GET", `/v1/actions?limit=3&cursor=${all.next_cursor}`),
  );
  expect(next.data.some(({ at }) => at > (all.data[2]?.at ?? ""))).toBe(false);
});

const cookieOf = (headers: Headers): string => headers.get("set-cookie")?.split(";")[0] ?? "";

test("signing in gives a cookie that stands for the key, out of reach of scripts and of other sites", async () => {
  const arena = await createArena();
  const made = await makeKey({ scopes: ["arena:write"] });
  const signedIn = await call("POST", "/v1/session", { json: { key: made.key } });
  expect(signedIn.status, signedIn.text).toBe(201);
  expect(signedIn.text).not.toContain(made.key);
  const set = signedIn.headers.get("set-cookie") ?? "";
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  expect(set).not.toContain(made.key);
  const cookie = cookieOf(signedIn.headers);
  const write = (headers: Record<string, string>) =>
    call("PATCH", `/v1/arenas/${arena}`, { json: { title: "Signed in" }, headers: { cookie, ...headers } });
  expect((await write({ origin: "http://localhost" })).status).toBe(200);
  expectProblem(await write({}), "origin_foreign");
  expectProblem(await write({ origin: "https://elsewhere.example" }), "origin_foreign");
  const whoami = await call("GET", "/v1/session", { headers: { cookie } });
  expect(read<{ key: Key }>(whoami).key.id).toBe(made.id);
  await operate("DELETE", `/v1/keys/${made.id}`);
  expectProblem(await write({ origin: "http://localhost" }), "key_missing");
  expect(read<{ key: Key | null }>(await call("GET", "/v1/session", { headers: { cookie } })).key).toBeNull();
});

test("signing out takes the cookie away; a wrong key gets none", async () => {
  const out = await call("DELETE", "/v1/session", { headers: { origin: "http://localhost" } });
  expect(out.headers.get("set-cookie")).toMatch(/agon_console=;.*Max-Age=0/);
  const wrong = await call("POST", "/v1/session", { json: { key: "agon_wrong" } });
  expectProblem(wrong, "key_invalid");
  expect(wrong.headers.get("set-cookie")).toBeNull();
  const forged = await call("GET", "/v1/session", { headers: { cookie: "agon_console=forged.cookie" } });
  expect(read<{ key: null }>(forged).key).toBeNull();
});
