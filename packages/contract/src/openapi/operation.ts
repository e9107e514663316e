// One call of the route table as an OpenAPI operation.
import type { RouteConfig } from "@asteasolutions/zod-to-openapi";
import { z } from "@hono/zod-openapi";
import type { AnyRoute } from "../routes/index.ts";
import { parameterExamples } from "./examples.ts";
import { headerRefs, parameterRef } from "./headers.ts";
import { refusals } from "./responses.ts";
import { tagOf } from "./tags.ts";

const mediaTypes = {
  json: "application/json",
  ndjson: "application/x-ndjson",
  signed: "application/json",
} as const;

function pathParameters(path: string): z.ZodObject | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);
  const parameter = (name: string) =>
    z.string().openapi({ param: parameterExamples[name] ?? { description: `The ${name}'s id` } });
  return names.length === 0
    ? undefined
    : z.object(Object.fromEntries(names.map((name) => [name, parameter(name)])));
}

function requestOf({ path, query, body }: AnyRoute): NonNullable<RouteConfig["request"]> {
  const params = pathParameters(path);
  const form = body?.form?.extend({ file: z.string().openapi({ format: "binary" }) });
  const content = body && {
    [mediaTypes[body.type]]: { schema: body.schema },
    ...(form ? { "multipart/form-data": { schema: form } } : {}),
  };
  return {
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body && content ? { body: { required: !body.optional, content, description: bodyText(body) } } : {}),
  };
}

const bodyText = ({ type, limitBytes }: NonNullable<AnyRoute["body"]>): string =>
  `${type === "ndjson" ? "One JSON object a line; the schema is that of a line" : "JSON"}; at most ${limitBytes} bytes, which gzip may carry`;

const isPaged = ({ query }: AnyRoute): boolean => query !== undefined && "cursor" in query.shape;

function answerHeaders(route: AnyRoute) {
  return headerRefs([
    "X-Request-Id",
    "RateLimit",
    "RateLimit-Policy",
    ...(route.etag ? (["ETag"] as const) : []),
    ...(isPaged(route) ? (["Link"] as const) : []),
    ...(route.method === "post" ? (["Idempotent-Replayed"] as const) : []),
    ...(route.method === "post" && route.status === 201 ? (["Location"] as const) : []),
  ]);
}

function answerOf(route: AnyRoute) {
  const others = Object.entries(route.otherTypes ?? {}).map(([type, description]) => [
    type,
    { schema: { type: "string", description } },
  ]);
  return {
    description: route.status === 201 ? "Made" : "Done",
    headers: answerHeaders(route),
    content: { "application/json": { schema: route.answer }, ...Object.fromEntries(others) },
  };
}

function extraParameters(route: AnyRoute) {
  return [
    ...(route.method === "post" ? [parameterRef("IdempotencyKey")] : []),
    ...(route.etag ? [parameterRef("IfNoneMatch")] : []),
  ];
}

/** The call as the generator takes it; `parameters` are references it does not know itself. */
export function operationOf(operationId: string, route: AnyRoute, origin: string) {
  const { method, path, summary, scope } = route;
  const config: RouteConfig = {
    operationId,
    method,
    path,
    summary,
    tags: [tagOf(path)],
    ...(scope ? { security: [{ key: [] }], description: `Needs a key with the scope \`${scope}\`.` } : {}),
    request: requestOf(route),
    responses: { [route.status]: answerOf(route), ...refusals(route, origin) },
  };
  return { config, parameters: extraParameters(route) };
}
