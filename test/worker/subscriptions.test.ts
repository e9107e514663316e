import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Delivery, Subscription, SubscriptionSecret } from "@agon/contract";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { operate, read } from "./support/api.ts";
import { arenaNumber, createArena, createContest } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import {
  addressOf,
  at,
  deliveries,
  find,
  messageIn,
  newBox,
  ping,
  received,
  subscribe,
  typesIn,
  until,
} from "./support/subscriber.ts";
import { startTournament, untilOver } from "./support/tournament.ts";

test("a ping arrives signed, in the envelope, and the log says so", async () => {
  const [arena, box] = [await createArena(), newBox()];
  const subscription = await subscribe(arena, addressOf(box, "ok"));
  expect(subscription.secret).toMatch(/^whsec_/);
  const pinged = read<Delivery>(await ping(arena, subscription));
  const [message] = await until(box, (all) => all.length === 1);
  expect(message?.headers["webhook-id"]).toBe(pinged.id);
  const body = new Webhook(subscription.secret).verify(message?.body ?? "", message?.headers ?? {});
  expect(body).toMatchObject({ type: "ping", data: { arena, subscription: subscription.id } });
  await expect.poll(async () => (await deliveries(arena, subscription))[0]?.status).toBe("delivered");
  expect((await deliveries(arena, subscription))[0]).toMatchObject({
    id: pinged.id,
    body: message?.body,
    next_attempt_at: null,
    attempts: [{ status: 200, error: null, response: "thank you" }],
  });
});

test("a tournament is told by its matches, rounds and end, each once, with addresses", async () => {
  const [arena, box] = [await createContest({ models: 4, prompts: 1, score: (model) => model }), newBox()];
  await subscribe(arena, addressOf(box, "ok"));
  const { id } = await startTournament(arena, { format: "series", judge: "score" });
  await untilOver(id);
  const all = await until(box, (list) => {
    const types = typesIn(list);
    return (
      types.includes("tournament.completed") &&
      types.filter((type) => type === "round.completed").length === 2
    );
  });
  const types = typesIn(all);
  expect(types.filter((type) => type === "match.completed")).toHaveLength(3);
  expect(types.filter((type) => type === "tournament.completed")).toHaveLength(1);
  expect(types.filter((type) => type === "leaderboard.updated").length).toBeLessThanOrEqual(1);
  expect(new Set(all.map(({ headers }) => headers["webhook-id"])).size).toBe(all.length);
  const match = all.map(messageIn).find(({ type }) => type === "match.completed");
  expect(match?.data).toMatchObject({ arena, tournament: id, winners: [expect.stringMatching(/^m-/)] });
  expect((await operate("GET", new URL(match?.data.url ?? "").pathname)).status).toBe(200);
});

test("only the types that were asked for are told, and nothing from before", async () => {
  const [arena, box] = [await createContest({ models: 2, prompts: 1, score: (model) => model }), newBox()];
  await untilOver((await startTournament(arena, { format: "series", judge: "score" })).id);
  await subscribe(arena, addressOf(box, "ok"), ["tournament.completed"]);
  const second = await startTournament(arena, { format: "series", judge: "score" });
  await untilOver(second.id);
  const all = await until(box, (list) => list.length > 0);
  expect(all.map(messageIn)).toMatchObject([
    { type: "tournament.completed", data: { tournament: second.id } },
  ]);
});

test("what fails twice arrives at the third attempt, under the same id", async () => {
  const [arena, box] = [await createArena(), newBox()];
  const subscription = await subscribe(arena, addressOf(box, "twice"));
  const { id } = read<Delivery>(await ping(arena, subscription));
  const all = await until(box, (list) => list.length === 3);
  expect(all.map(({ headers }) => headers["webhook-id"])).toEqual([id, id, id]);
  await expect.poll(async () => (await deliveries(arena, subscription))[0]?.status).toBe("delivered");
  const [delivery] = await deliveries(arena, subscription);
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 503, 204]);
  expect((await find(arena, subscription))?.failing_since).toBeNull();
});

test.each([
  ["redirect", "redirected", 307],
  ["broken", "status_unwanted", 500],
])("a receiver that answers with %s has not received", async (behaviour, error, status) => {
  const [arena, box] = [await createArena(), newBox()];
  const subscription = await subscribe(arena, addressOf(box, behaviour));
  await ping(arena, subscription);
  await expect.poll(async () => (await deliveries(arena, subscription))[0]?.attempts.length).toBe(1);
  const [delivery] = await deliveries(arena, subscription);
  expect(delivery).toMatchObject({ status: "pending", attempts: [{ error, status }] });
  expect(Date.parse(delivery?.next_attempt_at ?? "")).toBeGreaterThan(Date.now());
  expect(await received(box)).toHaveLength(1);
  expect((await find(arena, subscription))?.failing_since).not.toBeNull();
});

test("a receiver that hangs is let go of after 15 s, and holds up nobody else", async () => {
  const [arena, box, other] = [await createArena(), newBox(), newBox()];
  const hanging = await subscribe(arena, addressOf(box, "hang"));
  const quick = await subscribe(arena, addressOf(other, "ok"));
  await ping(arena, hanging);
  await until(box, (all) => all.length === 1);
  await ping(arena, quick);
  await until(other, (all) => all.length === 1);
  expect((await deliveries(arena, hanging))[0]?.attempts).toEqual([]);
  await expect
    .poll(async () => (await deliveries(arena, hanging))[0]?.attempts[0]?.error, { timeout: 40_000 })
    .toBe("timed_out");
});

test("an answer without end counts by its status, and only its beginning is kept, without secrets", async () => {
  const arena = await createArena();
  for (const behaviour of ["stream", "echo"]) {
    const subscription = await subscribe(arena, addressOf(newBox(), behaviour));
    await ping(arena, subscription);
    await expect.poll(async () => (await deliveries(arena, subscription))[0]?.status).toBe("delivered");
    const response = (await deliveries(arena, subscription))[0]?.attempts[0]?.response ?? "";
    expect(response.length).toBeLessThanOrEqual(1_024);
    expect(response).not.toContain("whsec_");
  }
});

test("410 disables the subscription at once, and the others are told", async () => {
  const [arena, box] = [await createArena(), newBox()];
  const gone = await subscribe(arena, addressOf(newBox(), "gone"));
  await subscribe(arena, addressOf(box, "ok"), ["endpoint.disabled"]);
  await ping(arena, gone);
  const [message] = await until(box, (all) => all.length === 1);
  expect(JSON.parse(message?.body ?? "")).toMatchObject({
    type: "endpoint.disabled",
    data: { subscription: gone.id, reason: "gone" },
  });
  expect(await find(arena, gone)).toMatchObject({ status: "disabled", disabled_reason: "gone" });
  const again = await operate("PATCH", at(arena, gone), { json: { status: "active" } });
  expect(read<Subscription>(again)).toMatchObject({ status: "active", disabled_reason: null });
});

test("deliveries are replayed one by one and by range, under their old ids", async () => {
  const [arena, box] = [await createArena(), newBox()];
  const subscription = await subscribe(arena, addressOf(box, "ok"));
  const { id, created_at } = read<Delivery>(await ping(arena, subscription));
  await until(box, (all) => all.length === 1);
  expect((await operate("POST", at(arena, subscription, `/deliveries/${id}/replay`))).status).toBe(200);
  await until(box, (all) => all.length === 2);
  await expect.poll(async () => (await deliveries(arena, subscription))[0]?.status).toBe("delivered");
  const range = (json: object) => operate("POST", at(arena, subscription, "/replay"), { json });
  expect(read(await range({ since: created_at }))).toEqual({ replayed: 0 });
  expect(read(await range({ since: created_at, status: "all" }))).toEqual({ replayed: 1 });
  const all = await until(box, (list) => list.length === 3);
  expect(new Set(all.map(({ headers }) => headers["webhook-id"]))).toEqual(new Set([id]));
});

test("after a rotation both secrets verify; every secret is its subscription's own", async () => {
  const [arena, box] = [await createArena(), newBox()];
  const subscription = await subscribe(arena, addressOf(box, "ok"));
  const rotated = read<SubscriptionSecret>(await operate("POST", at(arena, subscription, "/rotate")));
  expect(rotated.secret).not.toBe(subscription.secret);
  expect(rotated.previous_secret_until).not.toBeNull();
  await ping(arena, subscription);
  const [message] = await until(box, (all) => all.length === 1);
  expect(message?.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
  for (const { secret } of [subscription, rotated])
    expect(() => new Webhook(secret).verify(message?.body ?? "", message?.headers ?? {})).not.toThrow();
  const other = await subscribe(arena, addressOf(newBox(), "ok"));
  expect(() => new Webhook(other.secret).verify(message?.body ?? "", message?.headers ?? {})).toThrow();
});

test("no secret stands in a list", async () => {
  const arena = await createArena();
  const { secret } = await subscribe(arena, addressOf(newBox(), "ok"));
  const list = await operate("GET", `/v1/arenas/${arena}/subscriptions`);
  expect(list.text).not.toContain(secret);
});

test.each([
  "https://10.0.0.1/",
  "http://example.com/",
  "https://user@example.com/",
  "https://db.internal/",
  "nonsense",
])("%s is refused when it is subscribed, and when a subscription moves there", async (url) => {
  const arena = await createArena();
  const path = `/v1/arenas/${arena}/subscriptions`;
  expectProblem(await operate("POST", path, { json: { url } }), "address_refused", "/url");
  const subscription = await subscribe(arena, addressOf(newBox(), "ok"));
  expectProblem(
    await operate("PATCH", at(arena, subscription), { json: { url } }),
    "address_refused",
    "/url",
  );
});

test("nothing is lost when the courier is sent away between the log and the delivery", async () => {
  const [arena, box] = [await createContest({ models: 2, prompts: 1, score: (model) => model }), newBox()];
  const subscription = await subscribe(arena, addressOf(box, "ok"), ["tournament.completed"]);
  const courier = env.COURIER.getByName(String(await arenaNumber(arena)));
  const { id } = await startTournament(arena, { format: "series", judge: "score" });
  await evictDurableObject(courier);
  await untilOver(id);
  await evictDurableObject(courier);
  await until(box, (all) => all.length >= 1);
  expect(await deliveries(arena, subscription)).toHaveLength(1);
});

test("what is unknown is said to be", async () => {
  const arena = await createArena();
  const nobody = { id: "we_nobody" };
  expectProblem(await ping(arena, nobody), "subscription_unknown");
  const subscription = await subscribe(arena, addressOf(newBox(), "ok"));
  expectProblem(await operate("POST", at(arena, subscription, "/deliveries/x/replay")), "delivery_unknown");
  const other = await createArena();
  expectProblem(await ping(other, subscription), "subscription_unknown");
  expect((await operate("DELETE", at(arena, subscription))).status).toBe(200);
  expectProblem(await operate("DELETE", at(arena, subscription)), "subscription_unknown");
});
