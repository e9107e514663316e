import { page } from "../schemas/common.ts";
import {
  delivery,
  deliveryStatus,
  newSubscription,
  replayed,
  replayWish,
  subscription,
  subscriptionPatch,
  subscriptionSecret,
} from "../schemas/subscription.ts";
import { bodyErrors, kib, paging, type RouteSpec } from "./spec.ts";

const list = "/v1/arenas/{arena}/subscriptions";
const one = `${list}/{subscription}` as const;
const unknown = ["arena_unknown", "subscription_unknown"] as const;
const scope = "webhooks:write";

export const subscriptionRoutes = {
  listSubscriptions: {
    method: "get",
    path: list,
    summary: "Who is told what by webhook",
    scope,
    query: paging,
    status: 200,
    answer: page(subscription),
    errors: ["arena_unknown"],
  },
  createSubscription: {
    method: "post",
    path: list,
    summary: "Have events of the arena delivered to an address; the signing secret is in this answer alone",
    scope,
    body: { schema: newSubscription, type: "json", limitBytes: 8 * kib },
    status: 201,
    answer: subscriptionSecret,
    errors: [...bodyErrors, "arena_unknown", "address_refused", "subscriptions_full"],
  },
  listDeliveries: {
    method: "get",
    path: `${one}/deliveries`,
    summary: "The delivery log of the last 30 days, newest first",
    scope,
    query: paging.extend({ status: deliveryStatus.optional() }),
    status: 200,
    answer: page(delivery),
    errors: unknown,
  },
  changeSubscription: {
    method: "patch",
    path: one,
    summary: "Change what is delivered where, stop it or start it again",
    scope,
    body: { schema: subscriptionPatch, type: "json", limitBytes: 8 * kib },
    status: 200,
    answer: subscription,
    errors: [...bodyErrors, ...unknown, "address_refused"],
  },
  deleteSubscription: {
    method: "delete",
    path: one,
    summary: "End a subscription with its delivery log",
    scope,
    status: 200,
    answer: subscription,
    errors: unknown,
  },
  rotateSubscription: {
    method: "post",
    path: `${one}/rotate`,
    summary: "New signing secret; for 24 hours deliveries carry a signature by each",
    scope,
    status: 200,
    answer: subscriptionSecret,
    errors: unknown,
  },
  testSubscription: {
    method: "post",
    path: `${one}/test`,
    summary: "Deliver a `ping`",
    scope,
    status: 201,
    answer: delivery,
    errors: unknown,
  },
  replayDelivery: {
    method: "post",
    path: `${one}/deliveries/{delivery}/replay`,
    summary: "Deliver one again, under the same webhook-id",
    scope,
    status: 200,
    answer: delivery,
    errors: [...unknown, "delivery_unknown"],
  },
  replayDeliveries: {
    method: "post",
    path: `${one}/replay`,
    summary: "Deliver a range of time again, oldest first, under the same webhook-ids",
    scope,
    body: { schema: replayWish, type: "json", limitBytes: kib },
    status: 200,
    answer: replayed,
    errors: [...bodyErrors, ...unknown],
  },
} as const satisfies Record<string, RouteSpec>;
