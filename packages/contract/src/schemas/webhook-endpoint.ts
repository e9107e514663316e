import { z } from "@hono/zod-openapi";
import { timestamp } from "./common.ts";
import { plainName } from "./plain-name.ts";

/** A door for one submitter: an address and a secret of its own. */
export const newWebhookEndpoint = z.strictObject({ name: plainName(200) }).openapi("NewWebhookEndpoint");
export type NewWebhookEndpoint = z.infer<typeof newWebhookEndpoint>;

export const webhookEndpoint = z
  .object({
    id: z.string(),
    name: z.string(),
    url: z.string(),
    created_at: timestamp,
    /** Until when the secret before the last rotation is good, too. */
    previous_secret_until: timestamp.nullable(),
  })
  .openapi("WebhookEndpoint");
export type WebhookEndpoint = z.infer<typeof webhookEndpoint>;

/** The only answers that hold the secret. */
export const webhookEndpointSecret = webhookEndpoint
  .extend({ secret: z.string() })
  .openapi("WebhookEndpointSecret");
export type WebhookEndpointSecret = z.infer<typeof webhookEndpointSecret>;
