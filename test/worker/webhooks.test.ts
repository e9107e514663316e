// The door for signed deliveries: who gets in, and that each gets in once.

import { env } from "cloudflare:workers";
import type { WebhookEndpoint, WebhookEndpointSecret } from "@agon/contract";
import { afterEach, expect, test, vi } from "vitest";

import { signatureFault } from "../../apps/api/src/intake/signature.ts";
import { api, call, operate, read } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectSound, readLog, withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import {
  answersTo,
  createEndpoint,
  deliver,
  nowS,
  sign,
  submissionOf,
  submitted,
} from "./support/webhook.ts";

afterEach(() => void vi.useRealTimers());

const ping = { type: "ping", timestamp: "2026-11-23T12:00:00Z", data: {} };

async function begin() {
  const arena = await createContest({ models: 3, prompts: 2 });
  return { arena, endpoint: await createEndpoint(arena) };
}

// The vector of the Standard Webhooks specification 1.0.0, as its reference implementations carry it.
test("the specification's own vector is signed as it says", async () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const [id, timestamp, body] = ["msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, '{"test": 2432232314}'];
  const signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  expect(await sign(secret, id, timestamp, body)).toBe(signature);
  const said = { id, timestamp: String(timestamp), signature };
  expect(signatureFault(said, body, [secret])).toMatch(/300 seconds/);
  vi.useFakeTimers({ now: timestamp * 1_000, toFake: ["Date"] });
  expect(signatureFault(said, body, [secret])).toBeNull();
  expect(signatureFault(said, `${body} `, [secret])).toMatch(/no signature fits/);
  vi.setSystemTime((timestamp + 300) * 1_000);
  expect(signatureFault(said, body, [secret])).toBeNull();
  vi.setSystemTime((timestamp + 301) * 1_000);
  expect(signatureFault(said, body, [secret])).toMatch(/300 seconds/);
});

// printf '%s' "$ID.$TS.$BODY" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$(printf %s "${SECRET#whsec_}" |
// base64 -d | xxd -p -c99) -binary | base64 (OpenSSL 3), with the id `a.b`, 1700000000 and {"type":"ping"}.
test("a signature that openssl made is the same", async () => {
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  expect(await sign(secret, "a.b", 1_700_000_000, '{"type":"ping"}')).toBe(
    "v1,2r/ZEOvGQXldcIdFJdqil8TzPkawMwKC2qumfWes4Kg=",
  );
});

test("a signed ping is answered and leaves no trace", async () => {
  const { arena, endpoint } = await begin();
  await withoutTrace(arena, async () => {
    const answer = await deliver(endpoint, ping);
    expect(answer.status).toBe(202);
    expect(read(answer)).toEqual({ type: "pong" });
  });
});

test("a good signature among several is enough", async () => {
  const { endpoint } = await begin();
  const body = JSON.stringify(ping);
  const good = await sign(endpoint.secret, "one", nowS(), body);
  const signature = `v1,${btoa("x".repeat(32))} v2,abc ${good}`;
  expect((await deliver(endpoint, body, { id: "one", signature })).status).toBe(202);
});

test("ids may hold dots and cannot be read in another way", async () => {
  const { endpoint } = await begin();
  const body = JSON.stringify(ping);
  const timestamp = nowS();
  expect((await deliver(endpoint, body, { id: "msg.1.2", timestamp })).status).toBe(202);
  // The same signed text, cut elsewhere: the id ends earlier and the body begins with the rest of it.
  const signature = await sign(endpoint.secret, `msg.${timestamp}`, timestamp, body);
  const shifted = await deliver(endpoint, `${timestamp}.${body}`, { id: "msg", timestamp, signature });
  expectProblem(shifted, "json_malformed");
});

type Tampering = [what: string, change: (text: string) => Parameters<typeof deliver>[2] & { body?: string }];

const tamperings: Tampering[] = [
  ["another body", () => ({ body: JSON.stringify({ ...ping, more: 1 }) })],
  ["a body with one blank more", (text) => ({ body: `${text} ` })],
  ["another id", () => ({ headers: { "webhook-id": "other" } })],
  ["an id that is left out", () => ({ headers: { "webhook-id": "" } })],
  ["an id with a brace", () => ({ id: "a{b" })],
  ["another timestamp", () => ({ headers: { "webhook-timestamp": String(nowS() + 1) } })],
  ["an old timestamp", () => ({ timestamp: nowS() - 302 })],
  ["a timestamp of the future", () => ({ timestamp: nowS() + 302 })],
  ["a timestamp with letters behind it", () => ({ headers: { "webhook-timestamp": `${nowS()}x` } })],
  ["no signature", () => ({ signature: "" })],
  ["a signature cut short", () => ({ signature: "v1,AAAA" })],
  ["a signature of another version", () => ({ signature: `v1a,${btoa("x".repeat(32))}` })],
  ["another secret", () => ({ secret: `whsec_${btoa("y".repeat(32))}` })],
];

test.each(tamperings)("a delivery with %s is refused", async (_, tamper) => {
  const { arena, endpoint } = await begin();
  const text = JSON.stringify(ping);
  const { body = text, ...delivery } = tamper(text);
  const id = delivery.id ?? "one";
  const timestamp = delivery.timestamp ?? nowS();
  const signature =
    delivery.signature ?? (await sign(delivery.secret ?? endpoint.secret, id, timestamp, text));
  await withoutTrace(arena, async () =>
    expectProblem(
      await deliver(endpoint, body, { ...delivery, id, timestamp, signature }),
      "signature_invalid",
    ),
  );
});

test("another endpoint's signature is refused, and an endpoint that is not there is unknown", async () => {
  const { endpoint } = await begin();
  const { endpoint: other } = await begin();
  expectProblem(await deliver({ id: endpoint.id, secret: other.secret }, ping), "signature_invalid");
  expectProblem(await deliver({ id: "ep_nothing", secret: other.secret }, ping), "endpoint_unknown");
});

test("nothing is told of the body before its signature is good", async () => {
  const { endpoint } = await begin();
  expectProblem(await deliver(endpoint, "no JSON at all", { signature: "v1,AAAA" }), "signature_invalid");
  expectProblem(await deliver(endpoint, "x".repeat(8_500_000), { signature: "v1,AAAA" }), "body_too_large");
  expectProblem(await deliver(endpoint, "no JSON at all"), "json_malformed");
});

test("fifty deliveries of one id at once are one submission and fifty equal answers", async () => {
  const { arena, endpoint } = await begin();
  const body = JSON.stringify(submitted({ slug: "newcomer" }, answersTo(2)));
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => deliver(endpoint, body, { id: "the.one" })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
  expect((await readLog(arena)).filter(({ type }) => type === "submission.received")).toHaveLength(1);
  const { data } = await api.models(arena);
  expect(data.filter(({ slug }) => slug === "newcomer")).toHaveLength(1);
  await expectSound(arena);
});

test("an id that was seen gets its answer again, whatever comes with it", async () => {
  const { arena, endpoint } = await begin();
  const first = await deliver(endpoint, submitted({}, answersTo(2)), { id: "seen" });
  submissionOf(first);
  await withoutTrace(arena, async () => {
    const other = await deliver(endpoint, submitted({}, []), { id: "seen" });
    expect(other.text).toBe(first.text);
    expect(other.headers.get("location")).toBe(first.headers.get("location"));
  });
});

test("a secret that was rotated is good for a day more, the one before it is not", async () => {
  const { arena, endpoint } = await begin();
  const path = `/v1/arenas/${arena}/webhook-endpoints/${endpoint.id}/rotate`;
  const second = read<WebhookEndpointSecret>(await operate("POST", path));
  expect(second.secret).not.toBe(endpoint.secret);
  const overlapMs = Date.parse(second.previous_secret_until ?? "") - Date.now();
  expect(Math.round(overlapMs / 3_600_000)).toBe(24);
  expect((await deliver(endpoint, ping)).status).toBe(202);
  expect((await deliver(second, ping)).status).toBe(202);
  const third = read<WebhookEndpointSecret>(await operate("POST", path));
  expectProblem(await deliver(endpoint, ping), "signature_invalid");
  expect((await deliver(second, ping)).status).toBe(202);
  await env.DB.prepare("UPDATE hook_endpoints SET previous_until = ?2 WHERE id = ?1")
    .bind(endpoint.id, Date.now() - 1)
    .run();
  expectProblem(await deliver(second, ping), "signature_invalid");
  expect((await deliver(third, ping)).status).toBe(202);
});

test("endpoints are listed without their secrets, and a removed one is closed", async () => {
  const { arena, endpoint } = await begin();
  const path = `/v1/arenas/${arena}/webhook-endpoints`;
  const list = await operate("GET", path);
  expect(list.text).not.toContain("whsec_");
  const expected = { id: endpoint.id, name: "CI", url: `http://localhost/v1/hooks/${endpoint.id}` };
  expect(read<{ data: WebhookEndpoint[] }>(list).data).toEqual([expect.objectContaining(expected)]);
  expect((await operate("DELETE", `${path}/${endpoint.id}`)).status).toBe(200);
  expectProblem(await deliver(endpoint, ping), "endpoint_unknown");
  expectProblem(await operate("DELETE", `${path}/${endpoint.id}`), "endpoint_unknown");
  const other = await begin();
  const foreign = `${path}/${other.endpoint.id}/rotate`;
  expectProblem(await operate("POST", foreign), "endpoint_unknown");
});

test("no secret of an endpoint stands in the database", async () => {
  const { endpoint } = await begin();
  const { results } = await env.DB.prepare("SELECT * FROM hook_endpoints WHERE id = ?1")
    .bind(endpoint.id)
    .all();
  expect(results).toHaveLength(1);
  expect(JSON.stringify(results)).not.toContain(endpoint.secret.slice(6, 30));
});

test("a packed body is refused: what is signed is what travels", async () => {
  const { endpoint } = await begin();
  const answer = await deliver(endpoint, ping, { headers: { "content-encoding": "gzip" } });
  expectProblem(answer, "content_type_unsupported");
  expect((await call("GET", `/v1/hooks/${endpoint.id}`)).status).toBe(405);
});
