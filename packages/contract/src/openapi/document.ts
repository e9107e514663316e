// The OpenAPI 3.1 document, made from the route table.
import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { type AnyRoute, routes } from "../routes/index.ts";
import { problem } from "../schemas/common.ts";
import { liveMessage } from "../schemas/live.ts";
import { headerParameters, headers } from "./headers.ts";
import { liveFeeds, liveFeedsText } from "./live-feeds.ts";
import { operationOf } from "./operation.ts";
import type { Schema } from "./sample.ts";
import { tagsOf } from "./tags.ts";
import { outgoingWebhooks } from "./webhooks.ts";
import { fillExamples } from "./with-examples.ts";

const manners = `Tournaments over the stored outputs of generative models, judged by people and programs.

Operators send \`Authorization: Bearer agon_...\`; voters and readers need nothing. Failures are problem documents
(RFC 9457) with a \`code\` and the places that are wrong. Lists are pages with an opaque cursor. Every POST takes an
\`Idempotency-Key\`. Nothing moves but through an entry of the log, and an acknowledged vote is in it.`;

const title = "Agon";

function registryOf(origin: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    bearerFormat: "agon_{id}_{secret}",
    description: "An API key, shown once when it is made",
  });
  for (const [name, header] of Object.entries(headers))
    registry.registerComponent("headers", name, header as never);
  for (const [name, parameter] of Object.entries(headerParameters))
    registry.registerComponent("parameters", name, parameter as never);
  registry.register("Problem", problem);
  registry.register("LiveMessage", liveMessage);
  const operations = Object.entries<AnyRoute>(routes).map(([name, route]) =>
    operationOf(name, route, origin),
  );
  for (const { config } of operations) registry.registerPath(config);
  for (const webhook of outgoingWebhooks) registry.registerWebhook(webhook);
  return { registry, operations };
}

/** The document of a server at `origin`. */
export function openApiDocument(origin: string) {
  const { registry, operations } = registryOf(origin);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title,
      version: "1",
      description: `${manners}\n\n${liveFeedsText}`,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    // Reading, voting and watching need no key; a call that does says so itself.
    security: [],
    tags: tagsOf(operations.map(({ config }) => config.path)),
    "x-live-feeds": liveFeeds,
  });
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const { config, parameters } of operations) {
    const operation = document.paths?.[config.path]?.[config.method as "get"];
    if (operation === undefined) continue;
    operation.parameters = [...(operation.parameters ?? []), ...parameters];
    fillExamples(operation as Parameters<typeof fillExamples>[0], schemas);
  }
  for (const { post } of Object.values(document.webhooks ?? {}))
    fillExamples(post as Parameters<typeof fillExamples>[0], schemas);
  return document;
}
