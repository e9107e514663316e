import { z } from "@hono/zod-openapi";
import { timestamp } from "./common.ts";

/** What an arena tells others by webhook. `ping` is sent by the test button alone. */
export const outboundType = z.enum([
  "submission.accepted",
  "submission.rejected",
  "model.activated",
  "match.completed",
  "round.completed",
  "tournament.completed",
  "leaderboard.updated",
  "endpoint.disabled",
  "ping",
]);
export type OutboundType = z.infer<typeof outboundType>;

const types = z.array(outboundType).min(1).max(outboundType.options.length);
const address = z.string().min(1).max(2_048);
const description = z.string().trim().max(200);

export const newSubscription = z
  .strictObject({
    /** https on port 443 at a public name. */
    url: address,
    /** Every type when left out. */
    types: types.optional(),
    description: description.optional(),
  })
  .openapi("NewSubscription");
export type NewSubscription = z.infer<typeof newSubscription>;

export const subscriptionPatch = z
  .strictObject({
    url: address.optional(),
    types: types.optional(),
    description: description.optional(),
    status: z.enum(["active", "disabled"]).optional(),
  })
  .openapi("SubscriptionPatch");
export type SubscriptionPatch = z.infer<typeof subscriptionPatch>;

export const subscription = z
  .object({
    id: z.string(),
    url: z.string(),
    types,
    description: z.string(),
    status: z.enum(["active", "disabled"]),
    /** Why it was disabled by itself: the receiver was gone, or failed for days. */
    disabled_reason: z.string().nullable(),
    /** Nothing has arrived since then. */
    failing_since: timestamp.nullable(),
    /** Deliveries carry a second signature by the secret before until then. */
    previous_secret_until: timestamp.nullable(),
    created_at: timestamp,
  })
  .openapi("Subscription");
export type Subscription = z.infer<typeof subscription>;

export const subscriptionSecret = subscription.extend({ secret: z.string() }).openapi("SubscriptionSecret");
export type SubscriptionSecret = z.infer<typeof subscriptionSecret>;

const attempt = z.object({
  at: timestamp,
  duration_ms: z.int(),
  /** HTTP status; null when there was no answer. */
  status: z.int().nullable(),
  /** Code of the failure, when there was no answer that counts. */
  error: z.string().nullable(),
  /** Beginning of the answer, with secrets masked. */
  response: z.string(),
});

export const deliveryStatus = z.enum(["pending", "delivered", "failed"]);

export const delivery = z
  .object({
    /** The `webhook-id` of every attempt. */
    id: z.string(),
    subscription: z.string(),
    type: outboundType,
    status: deliveryStatus,
    created_at: timestamp,
    next_attempt_at: timestamp.nullable(),
    body: z.string(),
    attempts: z.array(attempt),
  })
  .openapi("Delivery");
export type Delivery = z.infer<typeof delivery>;

export const replayWish = z
  .strictObject({
    /** Deliveries made from this time on ... */
    since: timestamp,
    /** ... and before this one; until now when left out. */
    until: timestamp.optional(),
    /** `failed`: only what did not arrive. */
    status: z.enum(["failed", "all"]).default("failed"),
  })
  .openapi("ReplayWish");
export type ReplayWish = z.infer<typeof replayWish>;
export type ReplayRequest = z.input<typeof replayWish>;

export const replayed = z.object({ replayed: z.int() }).openapi("Replayed");
export type Replayed = z.infer<typeof replayed>;
