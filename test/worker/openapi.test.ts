import { errorCodes } from "@agon/contract";
import { expect, test } from "vitest";
import { call, operate, operator } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectProblem } from "./support/problem.ts";
import { allRoutes, fill } from "./support/routes.ts";
import { subscriptionIn } from "./support/subscription.ts";
import { startTournament } from "./support/tournament.ts";
import { voteOften } from "./support/voter.ts";
import { submitAsOperator } from "./support/webhook.ts";

interface Operation {
  readonly operationId: string;
  readonly security?: unknown[];
  readonly parameters?: { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, unknown> };
  readonly responses: Record<string, { readonly content: Record<string, { readonly schema: unknown }> }>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: { readonly url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<string, Record<string, unknown>>;
}

async function readDocument(): Promise<Document> {
  const answer = await call("GET", "/openapi.json");
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text) as Document;
}

/** Every `$ref` below a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" && typeof inner === "string" ? [inner] : refsIn(inner),
  );
}

test("the document is OpenAPI 3.1 of this server, and every reference in it leads somewhere", async () => {
  const document = await readDocument();
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: "http://localhost" }]);
  const refs = refsIn(document);
  expect(refs.length).toBeGreaterThan(20);
  for (const ref of refs) {
    const [, kind = "", group = "", name = ""] = ref.split("/");
    expect(kind).toBe("components");
    expect(document.components[group]?.[name], ref).toBeDefined();
  }
});

test("it holds every route once, with its parameters, its body, its key and its problems", async () => {
  const { paths } = await readDocument();
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
    allRoutes.map(({ name }) => name).sort(),
  );
  for (const { path, method, route, name } of allRoutes) {
    const operation = paths[path]?.[method.toLowerCase()];
    expect(operation?.operationId, `${method} ${path}`).toBe(name);
    const inPath = operation?.parameters?.filter((parameter) => parameter.in === "path") ?? [];
    expect(inPath.map((parameter) => `{${parameter.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(operation?.security).toEqual(route.scope ? [{ key: [] }] : undefined);
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
    const statuses = Object.keys(operation?.responses ?? {}).map(Number);
    const expected = [...route.errors, ...(route.scope ? (["key_missing", "scope_missing"] as const) : [])];
    expect(statuses).toEqual(
      expect.arrayContaining([route.status, ...expected.map((code) => errorCodes[code][0])]),
    );
  }
});

test("every address of the document is answered by a route, not by the page for what is not there", async () => {
  const arena = await createContest({ models: 2, prompts: 1 });
  const { id } = await startTournament(arena, { format: "series", judge: "human" });
  await voteOften(arena, 1, { outcome: "a" });
  const { slug: judge } = await operator.addJudge(arena, { slug: "rule", kind: "rule", rule: "score" });
  const submission = await submitAsOperator(arena, "newcomer", 1);
  const subscription = await subscriptionIn(arena);
  const values = {
    arena,
    tournament: id,
    match: "r1.m1",
    model: "m-1",
    ballot: "b",
    submission,
    subscription,
    judge,
  };
  for (const [path, methods] of Object.entries((await readDocument()).paths)) {
    for (const method of Object.keys(methods)) {
      const answer = await operate(method.toUpperCase(), fill(path, values));
      expect(answer.text, `${method} ${path}`).not.toContain('"code":"not_found"');
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      if (method === "get") expect(answer.status, `${path}: ${answer.text}`).toBe(200);
    }
  }
});

test("what is read has the shape that the document promises", async () => {
  const arena = await createContest({ models: 3, prompts: 2, score: (model) => model });
  const { id } = await startTournament(arena, { format: "series", judge: "human" });
  await voteOften(arena, 2, { outcome: "tie" });
  const { slug: judge } = await operator.addJudge(arena, { slug: "rule", kind: "rule", rule: "score" });
  const submission = await submitAsOperator(arena, "newcomer", 2);
  const subscription = await subscriptionIn(arena);
  const values = { arena, tournament: id, match: "r1.m1", model: "m-1", submission, subscription, judge };
  for (const { path, method, route } of allRoutes.filter((one) => one.method === "GET")) {
    const answer = await operate(method, fill(path, values));
    const parsed = route.answer.safeParse(JSON.parse(answer.text));
    expect(parsed.success, `${path}: ${JSON.stringify(parsed.error?.issues)}`).toBe(true);
  }
});

test("the plain reference for people names every call and every code", async () => {
  const answer = await call("GET", "/docs/plain");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const { path } of allRoutes) expect(answer.text).toContain(path);
  for (const code of Object.keys(errorCodes)) expect(answer.text).toContain(`id="${code}"`);
});

test("a problem document points to its code in the plain reference", async () => {
  const { type, code } = expectProblem(await call("GET", "/v1/arenas/nowhere"), "arena_unknown");
  expect(type).toBe(`http://localhost/docs/plain#${code}`);
});

test("the reference loads nothing from elsewhere", async () => {
  const answer = await call("GET", "/docs");
  expect(answer.status).toBe(200);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  const addresses = [...answer.text.matchAll(/(?:src|href|data-url)="([^"]*)"/g)].map(
    ([, address]) => address,
  );
  expect(addresses).toEqual(["/docs/plain", "/docs/reference.js", "/openapi.json"]);
});

test("a method that an address does not take is refused with those it takes", async () => {
  const arena = await createContest();
  for (const [method, path, allow] of [
    ["DELETE", `/v1/arenas/${arena}`, "GET, PATCH"],
    ["PUT", `/v1/arenas/${arena}/models`, "GET, POST"],
    ["GET", "/v1/ballots/b", "POST, DELETE"],
  ] as const) {
    const answer = await call(method, path);
    expectProblem(answer, "method_not_allowed");
    expect(answer.headers.get("allow")?.split(", ").sort()).toEqual(allow.split(", ").sort());
  }
});

test("HEAD is answered like GET, without the body", async () => {
  const arena = await createContest();
  for (const path of ["/v1/health", "/v1/arenas", `/v1/arenas/${arena}`, `/v1/arenas/${arena}/leaderboard`]) {
    const [head, get] = [await call("HEAD", path), await call("GET", path)];
    expect(head).toMatchObject({ status: 200, text: "" });
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  }
});
