import { z } from "@hono/zod-openapi";
import { arenaSlug, shortText, timestamp } from "./common.ts";

/** What a key allows. `arena:write` stands for `submissions:write` too. */
export const scope = z.enum(["arena:write", "submissions:write", "webhooks:write", "keys:write"]);
export type Scope = z.infer<typeof scope>;

export const newKey = z
  .strictObject({
    name: shortText,
    scopes: z.array(scope).min(1).max(scope.options.length),
    /** The one arena the key is for; every arena without. */
    arena: arenaSlug.optional(),
    expires_at: timestamp.optional(),
  })
  .openapi("NewKey");
export type NewKey = z.infer<typeof newKey>;

export const key = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(scope),
    arena: z.string().nullable(),
    created_at: timestamp,
    expires_at: timestamp.nullable(),
    last_used_at: timestamp.nullable(),
    /** The key this deployment was started with: it is changed by a new deployment secret, not here. */
    deployment: z.boolean(),
  })
  .openapi("Key");
export type Key = z.infer<typeof key>;

export const createdKey = key.extend({ key: z.string() }).openapi("CreatedKey");
export type CreatedKey = z.infer<typeof createdKey>;

/** Somebody did something with a key. */
export const operatorAction = z
  .object({
    at: timestamp,
    key: z.object({ id: z.string(), name: z.string() }),
    /** Name of the call, as in the OpenAPI document. */
    action: z.string(),
    /** Method and address of the call. */
    target: z.string(),
    status: z.int(),
    arena: z.string().nullable(),
    request_id: z.string(),
  })
  .openapi("OperatorAction");
export type OperatorAction = z.infer<typeof operatorAction>;
