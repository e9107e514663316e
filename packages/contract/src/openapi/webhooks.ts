// What subscribers are sent, as the `webhooks` of the document: here the server calls, and the reader answers.
import type { RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "@hono/zod-openapi";
import { outboundBodies } from "../schemas/outbound-message.ts";

const summaries: Readonly<Record<string, string>> = {
  "submission.accepted": "A submission was accepted",
  "submission.rejected": "A submission was rejected, with what is wrong with it",
  "model.activated": "A submitted model entered its arena",
  "match.completed": "A match was decided, or decided anew",
  "round.completed": "Nothing is left to decide in a round",
  "tournament.completed": "A tournament is over",
  "leaderboard.updated": "A board moved; at most one a minute",
  "endpoint.disabled":
    "Another subscription of the arena was disabled: its receiver is gone, or failed for days",
  ping: "The test of a subscription",
};

const signing = z.object({
  "webhook-id": z.string().openapi({
    param: { description: "The delivery; the same at every attempt", example: "msg_4f1c2a9b" },
  }),
  "webhook-timestamp": z.string().openapi({
    param: { description: "When this attempt was made, in seconds since 1970", example: "1795435200" },
  }),
  "webhook-signature": z.string().openapi({
    param: {
      description:
        "By Standard Webhooks 1.0.0: `v1,` and the base64 of an HMAC-SHA256 of `{id}.{timestamp}.{body}`; two, " +
        "separated by a space, for 24 hours after a rotation",
      example: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    },
  }),
});

/** The webhooks as the generator takes them: the path of each is its type. */
export const outgoingWebhooks: readonly RouteConfig[] = outboundBodies.map(({ type, name, schema }) => ({
  operationId: `on${name}`,
  method: "post",
  path: type,
  summary: summaries[type] ?? type,
  tags: ["Subscriptions"],
  request: {
    headers: signing,
    body: {
      required: true,
      description: "JSON under 20 KB",
      content: { "application/json": { schema } },
    },
  },
  responses: {
    "2XX": { description: "Taken, within 15 seconds. Any other answer, a redirect too, is tried again" },
    410: { description: "Nobody is here any more: the subscription is disabled" },
  },
}));
