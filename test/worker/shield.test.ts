import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createApp } from "../../apps/api/src/app.ts";
import type { Bindings } from "../../apps/api/src/bindings.ts";
import { origin } from "./support/api.ts";
import { createContest } from "./support/contest.ts";

const app = createApp();

interface Asked {
  readonly method?: string;
  readonly address?: string;
  readonly bindings?: Partial<Bindings>;
}

async function ask(path: string, { method = "GET", address, bindings = {} }: Asked): Promise<Response> {
  const headers = address === undefined ? {} : { "cf-connecting-ip": address };
  const request = new Request(origin + path, { method, headers });
  return app.fetch(request, { ...env, AGON_LIMITS: "on", ...bindings }, createExecutionContext());
}

test("an address may write 300 times a minute, is told so, and others are not held up by it", async () => {
  const path = `/v1/arenas/${await createContest()}/models`;
  const write = (address: string) => ask(path, { method: "POST", address });
  const first = await write("192.0.2.10");
  expect(first.status).toBe(401);
  expect(first.headers.get("ratelimit-policy")).toBe('"writes";q=300;w=60');
  expect(first.headers.get("ratelimit")).toMatch(/^"writes";r=299;t=\d+$/);
  const statuses = await Promise.all(
    Array.from({ length: 400 }, async () => (await write("192.0.2.10")).status),
  );
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  const refused = await write("192.0.2.10");
  expect(await refused.json()).toMatchObject({ code: "rate_limited", status: 429 });
  expect(refused.headers.get("ratelimit")).toMatch(/^"writes";r=0;t=\d+$/);
  const waitS = Number(refused.headers.get("retry-after"));
  expect(waitS).toBeGreaterThan(0);
  expect(waitS).toBeLessThanOrEqual(60);
  expect((await write("192.0.2.11")).status).toBe(401);
  expect((await ask("/v1/arenas", { address: "192.0.2.10" })).status).toBe(200);
});

test("a network of version 6 is one caller", async () => {
  const closed = { limit: async ({ key }: RateLimitOptions) => ({ success: key !== "reads 2001:db8:1:2" }) };
  const bindings = { READ_LIMIT: closed };
  for (const address of ["2001:db8:1:2::1", "2001:db8:1:2:3:4:5:6"])
    expect((await ask("/v1/arenas", { address, bindings })).status).toBe(429);
  expect((await ask("/v1/arenas", { address: "2001:db8:1:3::1", bindings })).status).toBe(200);
});

test("a shield that does not answer lets everybody through, and one that is off counts nobody", async () => {
  const broken = { limit: () => Promise.reject(new Error("gone")) };
  const closed = { limit: async () => ({ success: false }) };
  const address = "192.0.2.12";
  expect((await ask("/v1/arenas", { address, bindings: { READ_LIMIT: broken } })).status).toBe(200);
  const off = await ask("/v1/arenas", { address, bindings: { READ_LIMIT: closed, AGON_LIMITS: "off" } });
  expect(off.status).toBe(200);
  expect(off.headers.get("ratelimit-policy")).toBeNull();
});

test("pages, which call in process and from no address, are not counted", async () => {
  const closed = { limit: async () => ({ success: false }) };
  expect((await ask("/v1/arenas", { bindings: { READ_LIMIT: closed } })).status).toBe(200);
});
