import type { WebhookEndpoint, WebhookEndpointSecret } from "@agon/contract";
import {
  database,
  enterEndpoint,
  findEndpoint,
  listEndpoints,
  removeEndpoint,
  rotateEndpoint,
  type StoredEndpoint,
} from "@agon/db";
import type { Context } from "hono";
import type { Handler } from "../http/bind.ts";
import type { AppEnv } from "../http/context.ts";
import { pageOf } from "../http/paging.ts";
import { refuse } from "../http/problem.ts";
import { endpointSecret } from "../intake/endpoint-secret.ts";

/** A secret is good for a day after the rotation, so that senders change it without a gap. */
const overlapMs = 86_400_000;

const unknown = (id: string) =>
  refuse("endpoint_unknown", `There is no webhook endpoint "${id.slice(0, 80)}" in this arena.`);

const viewOf = (c: Context<AppEnv>, endpoint: StoredEndpoint): WebhookEndpoint => {
  const { id, name, createdAt, previousUntil } = endpoint;
  const overlaps = previousUntil !== null && previousUntil > Date.now();
  return {
    id,
    name,
    url: `${new URL(c.req.url).origin}/v1/hooks/${id}`,
    created_at: new Date(createdAt).toISOString(),
    previous_secret_until: overlaps ? new Date(previousUntil).toISOString() : null,
  };
};

const withSecret = async (c: Context<AppEnv>, endpoint: StoredEndpoint): Promise<WebhookEndpointSecret> => ({
  ...viewOf(c, endpoint),
  secret: await endpointSecret(c.env.AGON_SECRET, endpoint.id, endpoint.version),
});

export const listWebhookEndpoints: Handler<"listWebhookEndpoints"> = async ({ c, arena, query }) => {
  const endpoints = await listEndpoints(database(c.env.DB), arena.id);
  const views = endpoints.map((endpoint) => viewOf(c, endpoint));
  return c.json(pageOf(c, views, query), 200);
};

export const createWebhookEndpoint: Handler<"createWebhookEndpoint"> = async ({ c, arena, body }) => {
  const endpoint: StoredEndpoint = {
    id: `ep_${crypto.randomUUID().replaceAll("-", "")}`,
    arenaId: arena.id,
    name: body.name,
    version: 1,
    previousUntil: null,
    createdAt: Date.now(),
  };
  await enterEndpoint(database(c.env.DB), endpoint);
  return c.json(await withSecret(c, endpoint), 201);
};

export const rotateWebhookEndpoint: Handler<"rotateWebhookEndpoint"> = async ({ c, arena, param }) => {
  const db = database(c.env.DB);
  const endpoint = await findEndpoint(db, param("endpoint"));
  if (endpoint === null || endpoint.arenaId !== arena.id) throw unknown(param("endpoint"));
  const rotated = await rotateEndpoint(db, endpoint, Date.now() + overlapMs);
  if (rotated === null)
    throw refuse("unavailable", "The endpoint is being changed by somebody else; send the same again.");
  return c.json(await withSecret(c, rotated), 200);
};

export const deleteWebhookEndpoint: Handler<"deleteWebhookEndpoint"> = async ({ c, arena, param }) => {
  const removed = await removeEndpoint(database(c.env.DB), arena.id, param("endpoint"));
  if (removed === null) throw unknown(param("endpoint"));
  return c.json(viewOf(c, removed), 200);
};
