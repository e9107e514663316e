import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from "@redocly/openapi-core";
import { beforeAll, describe, expect, test } from "vitest";
import { errorCodes } from "../errors.ts";
import { type AnyRoute, outboundType, routes } from "../routes/index.ts";
import { outboundBodies } from "../schemas/outbound-message.ts";
import { openApiDocument } from "./document.ts";
import { documentedCodes } from "./responses.ts";

interface Media {
  readonly example?: unknown;
  readonly examples?: Record<string, { value: unknown }>;
}

interface Operation {
  readonly security?: unknown;
  readonly parameters?: readonly { $ref?: string; name?: string }[];
  readonly requestBody?: { content: Record<string, Media> };
  readonly responses: Record<string, { headers?: object; content?: Record<string, Media> }>;
}

const document = JSON.parse(JSON.stringify(openApiDocument("https://agon.example"))) as {
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, { post: Operation & { operationId: string } }>;
};

const all = Object.entries<AnyRoute>(routes).map(([name, route]) => ({ name, route }));
const operationOf = ({ path, method }: AnyRoute): Operation => {
  const operation = document.paths[path]?.[method];
  if (operation === undefined) throw new Error(`${method} ${path} is not in the document`);
  return operation;
};

describe("the linter", () => {
  let problems: readonly string[] = [];
  beforeAll(async () => {
    // Messages of the live feeds are referred to from an extension, which the linter does not follow.
    const config = await createConfig({
      extends: ["recommended-strict"],
      rules: { "no-unused-components": "off" },
    });
    const source = makeDocumentFromString(JSON.stringify(document), "/openapi.json");
    const found = await lintDocument({ document: source, config, externalRefResolver: new BaseResolver() });
    problems = found.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
  });
  test("finds nothing wrong, warnings included", () => expect(problems).toEqual([]));
});

describe.each(all)("$name", ({ route }) => {
  const { requestBody, responses, parameters = [], security } = operationOf(route);

  test("shows a body and an answer that its own schemas take", () => {
    if (route.body !== undefined) {
      const [media] = Object.values(requestBody?.content ?? {});
      const parsed = route.body.schema.safeParse(media?.example);
      expect(parsed.error?.issues ?? [], JSON.stringify(media?.example)).toEqual([]);
    }
    const answer = responses[route.status]?.content?.["application/json"]?.example;
    expect(route.answer.safeParse(answer).error?.issues ?? [], JSON.stringify(answer)).toEqual([]);
  });

  test("names every refusal under its status, with a problem document", () => {
    for (const code of documentedCodes(route)) {
      const problems = responses[errorCodes[code][0]]?.content?.["application/problem+json"];
      expect(problems?.examples?.[code]?.value).toMatchObject({ code, status: errorCodes[code][0] });
    }
  });

  test("asks for a key only where one is needed", () => {
    expect(security).toEqual(route.scope ? [{ key: [] }] : undefined);
    const refused = route.errors.some((code) => errorCodes[code][0] === 401);
    const named = refused || route.scope !== undefined;
    expect(responses[401] !== undefined).toBe(named);
  });

  test("says which headers make a repeat harmless or an answer short", () => {
    const refs = parameters.map(({ $ref }) => $ref?.split("/").at(-1));
    expect(refs.includes("IdempotencyKey")).toBe(route.method === "post");
    expect(refs.includes("IfNoneMatch")).toBe(route.etag === true);
    expect(responses[304] !== undefined).toBe(route.etag === true);
  });
});

test("every type that a subscription can ask for is a webhook of its own", () => {
  expect(Object.keys(document.webhooks)).toEqual(outboundType.options);
});

describe.each(outboundBodies)("the webhook $type", ({ type, name, schema }) => {
  const { operationId, parameters, requestBody, responses } = document.webhooks[type]?.post ?? {};

  test("shows a message that its own schema takes", () => {
    const example = requestBody?.content["application/json"]?.example;
    expect(schema.safeParse(example).error?.issues ?? [], JSON.stringify(example)).toEqual([]);
  });

  test("says how it is signed, and which answers end it", () => {
    const signed = ["webhook-id", "webhook-timestamp", "webhook-signature"];
    expect(parameters?.map((parameter) => parameter.name)).toEqual(signed);
    expect(operationId).toBe(`on${name}`);
    expect(Object.keys(responses ?? {}).sort()).toEqual(["2XX", "410"]);
  });
});
