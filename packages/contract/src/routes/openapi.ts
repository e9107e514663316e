// The OpenAPI 3.1 document, made from the route table.
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "@hono/zod-openapi";
import { type ErrorCode, errorCodes } from "../errors.ts";
import { problem } from "../schemas/common.ts";
import { type AnyRoute, routes } from "./index.ts";

const mediaTypes = { json: "application/json", ndjson: "application/x-ndjson" } as const;

function pathParameters(path: string): z.ZodObject | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  return names.length === 0
    ? undefined
    : z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

function problemsOf(route: AnyRoute): RouteConfig["responses"] {
  const keyed = route.scope ? (["key_missing", "key_invalid", "scope_missing"] as const) : [];
  // No call takes a parameter it does not know.
  const codes = new Set<ErrorCode>([...route.errors, ...keyed, "parameter_invalid"]);
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.map((code) => `\`${code}\`: ${errorCodes[code][1]}`).join("; "),
        content: { "application/problem+json": { schema: problem } },
      },
    ]),
  );
}

function requestOf({ path, query, body }: AnyRoute): NonNullable<RouteConfig["request"]> {
  const params = pathParameters(path);
  return {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body
      ? { body: { required: !body.optional, content: { [mediaTypes[body.type]]: { schema: body.schema } } } }
      : {}),
  };
}

export function openApiDocument(origin: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  for (const [operationId, route] of Object.entries<AnyRoute>(routes)) {
    registry.registerPath({
      operationId,
      method: route.method,
      path: route.path,
      summary: route.summary,
      ...(route.scope ? { security: [{ key: [] }] } : {}),
      request: requestOf(route),
      responses: {
        [route.status]: { description: "Done", content: { "application/json": { schema: route.answer } } },
        ...problemsOf(route),
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: {
      title: "Agon",
      version: "1",
      description: "Tournaments over the stored outputs of generative models, judged by people and programs.",
    },
    servers: [{ url: origin }],
  });
}
