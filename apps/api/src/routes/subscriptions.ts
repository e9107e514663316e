import type { SubscriptionSecret } from "@agon/contract";
import { outboundType } from "@agon/contract/routes";
import type { Bindings } from "../bindings.ts";
import type { Courier } from "../courier/courier.ts";
import { subscriptionSecret } from "../courier/signature.ts";
import type { ArenaRef, Remote } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { limitOf, nextCursor, pageOf, positionOf } from "../http/paging.ts";
import { must, refuse } from "../http/problem.ts";
import { checkAddress } from "../outgoing/address.ts";
import { outgoingOf } from "../outgoing/outgoing.ts";

const courierOf = (env: Bindings, arena: ArenaRef): Remote<Courier> =>
  env.COURIER.getByName(String(arena.id)) as unknown as Remote<Courier>;

/** Everything but the ping, which is sent when somebody asks for it. */
const everyType = outboundType.options.filter((type) => type !== "ping");

function checkUrl(env: Bindings, url: string): void {
  const checked = checkAddress(url, outgoingOf(env).rules);
  if (checked.ok) return;
  const { detail } = checked.error;
  throw refuse("address_refused", detail, { errors: [{ pointer: "/url", detail }] });
}

async function withSecret(
  env: Bindings,
  { subscription, version }: { subscription: Omit<SubscriptionSecret, "secret">; version: number },
): Promise<SubscriptionSecret> {
  return { ...subscription, secret: await subscriptionSecret(env.AGON_SECRET, subscription.id, version) };
}

export const listSubscriptions: Handler<"listSubscriptions"> = async ({ c, arena, query }) =>
  c.json(pageOf(c, await courierOf(c.env, arena).subscriptions(), query), 200);

export const createSubscription: Handler<"createSubscription"> = async ({ c, arena, body }) => {
  checkUrl(c.env, body.url);
  const wish = { ...body, types: [...new Set(body.types ?? everyType)] };
  const seq = await arena.referee.seq();
  const made = must(await courierOf(c.env, arena).subscribe(wish, seq, new URL(c.req.url).origin));
  await arena.referee.courierWanted();
  return c.json(await withSecret(c.env, made), 201);
};

export const changeSubscription: Handler<"changeSubscription"> = async ({ c, arena, body, param }) => {
  if (body.url !== undefined) checkUrl(c.env, body.url);
  const seq = await arena.referee.seq();
  const changed = must(await courierOf(c.env, arena).change(param("subscription"), body, seq));
  await arena.referee.courierWanted();
  return c.json(changed, 200);
};

export const deleteSubscription: Handler<"deleteSubscription"> = async ({ c, arena, param }) =>
  c.json(must(await courierOf(c.env, arena).unsubscribe(param("subscription"))), 200);

export const rotateSubscription: Handler<"rotateSubscription"> = async ({ c, arena, param }) => {
  const rotated = must(await courierOf(c.env, arena).rotate(param("subscription")));
  return c.json(await withSecret(c.env, rotated), 200);
};

export const testSubscription: Handler<"testSubscription"> = async ({ c, arena, param }) =>
  c.json(must(await courierOf(c.env, arena).ping(param("subscription"))), 201);

export const listDeliveries: Handler<"listDeliveries"> = async ({ c, arena, query, param }) => {
  const before = positionOf(query) || Number.MAX_SAFE_INTEGER;
  const courier = courierOf(c.env, arena);
  const page = must(
    await courier.deliveries(param("subscription"), query.status ?? null, before, limitOf(query)),
  );
  return c.json({ data: page.data, next_cursor: nextCursor(c, page.next) }, 200);
};

export const replayDelivery: Handler<"replayDelivery"> = async ({ c, arena, param }) =>
  c.json(must(await courierOf(c.env, arena).replay(param("subscription"), param("delivery"))), 200);

export const replayDeliveries: Handler<"replayDeliveries"> = async ({ c, arena, body, param }) =>
  c.json(must(await courierOf(c.env, arena).replayRange(param("subscription"), body)), 200);
