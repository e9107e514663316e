// Whatever is sent to whatever route: never an answer of 500 or above. A failure prints its seed and its smallest case.
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Answer, call, operate } from "./support/api.ts";
import { createContest, ndjson } from "./support/contest.ts";
import { expectSound } from "./support/log.ts";
import { allRoutes, fill, type NamedRoute } from "./support/routes.ts";
import { startTournament } from "./support/tournament.ts";
import { drawBallot } from "./support/voter.ts";
import { importedVote } from "./support/votes.ts";
import { answersTo, createEndpoint, submitAsOperator, submitted } from "./support/webhook.ts";

const runsARoute = 40;

// One seed, so that a change is what turns these red; the long form draws a new one.
if (env.AGON_LONG !== "1") fc.configureGlobal({ seed: 1_896 });

let arena = "";
let tournament = "";
let submission = "";
let endpoint = "";

beforeAll(async () => {
  arena = await createContest({ models: 4, prompts: 3, score: (model, prompt) => model + prompt });
  tournament = (await startTournament(arena, { format: "series", judge: "human" })).id;
  submission = await submitAsOperator(arena, "newcomer", 3);
  const door = await createEndpoint(arena);
  endpoint = door.id;
});

const addressOf = (path: string): string =>
  fill(path, { arena, tournament, match: "r1.m1", model: "m-1", ballot: "b1.0", submission, endpoint });

/** The body of a call that would be taken, by route. */
async function sample(name: NamedRoute["name"]): Promise<unknown> {
  switch (name) {
    case "createArena":
      return {
        slug: "fuzz",
        title: "Fuzz",
        k: 2,
        criteria: [{ slug: "c", title: "C", instruction: "Which?" }],
      };
    case "changeArena":
      return { title: "Changed", k: 3, status: "open" };
    case "addModels":
      return [{ slug: "m-8", name: "Eight", url: "https://a.example" }];
    case "addPrompts":
      return [{ slug: "p-8", text: "Eight?", category: "c" }];
    case "addOutputs":
      return { model: "m-1", prompt: "p-8", content: "x", score: 1 };
    case "importVerdicts":
      return importedVote();
    case "createTournament":
      return {
        format: "swiss",
        judge: "score",
        seed: 1,
        models: ["m-1", "m-2"],
        pace_ms: 60_000,
        options: { refits: 2 },
      };
    case "changeTournament":
      return { status: "running", pace_ms: 60_000 };
    case "ruleMatch":
    case "previewRuling":
      return { ranks: [1, 2], reason: "x" };
    case "submitModel":
      return submitted({ slug: "m-9", family: "f" }, answersTo(3, 1), { arena });
    case "createWebhookEndpoint":
      return { name: "CI" };
    case "ruleSubmission":
      return { status: "accepted", reason: "x" };
    case "castBallot":
      return { token: (await drawBallot(arena)).token, ranks: [1, 2] };
    default:
      return {};
  }
}

/** Values that tend to hurt. */
const sharp = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  -0,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "NaN",
  "../..",
  "💥",
  [],
  {},
  [[]],
  "x".repeat(3_000),
  [null],
  { __proto__: null, length: 1 },
);

const anything = fc.oneof(sharp, fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: "binary" }));

/** A value with one place, given by its steps, put in another value's stead. */
function withChange(value: unknown, steps: readonly number[], change: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== "object" || value === null) return change;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)] ?? "new";
  const inner: unknown = Reflect.get(value, key);
  const changed = withChange(inner, rest, change);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? changed : item));
  return { ...value, [key]: changed };
}

const steps = fc.array(fc.nat(8), { minLength: 1, maxLength: 3 });

async function expectAnswered(answer: Answer): Promise<void> {
  expect(answer.status, answer.text).toBeLessThan(500);
  if (answer.status >= 400) expect(answer.headers.get("content-type")).toBe("application/problem+json");
}

const send = ({ method, path, route }: NamedRoute, body: BodyInit): Promise<Answer> => {
  const type = route.body?.type === "ndjson" ? "application/x-ndjson" : "application/json";
  return operate(method, addressOf(path), { body, type });
};

const withBody = allRoutes.filter(({ route }) => route.body !== undefined);

test.each(withBody)("$method $path answers any bytes", async (route) => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) =>
      expectAnswered(await send(route, bytes)),
    ),
    { numRuns: runsARoute },
  );
});

test.each(withBody)("$method $path answers any JSON", async (route) => {
  await fc.assert(
    fc.asyncProperty(anything, async (value) =>
      expectAnswered(await send(route, JSON.stringify(value) ?? "")),
    ),
    { numRuns: runsARoute },
  );
});

test.each(withBody)("$method $path answers a good body with one place broken", async (route) => {
  await fc.assert(
    fc.asyncProperty(steps, anything, async (path, change) => {
      const body = withChange(await sample(route.name), path, change);
      const text = route.route.body?.type === "ndjson" ? ndjson([body, body]) : JSON.stringify(body);
      await expectAnswered(await send(route, text ?? ""));
    }),
    { numRuns: runsARoute },
  );
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "%",
    "%00",
    "%E0%A4%A",
    "..",
    "%2e%2e%2f",
    "null",
    "x".repeat(2_000),
    "1e9",
    "-1",
    "constructor",
    "__proto__",
  ),
);

const encoded = (text: string): string =>
  /^[\x21-\x7e]+$/.test(text) ? text : encodeURIComponent(text.toWellFormed());

test.each(allRoutes)("$method $path answers any address", async ({ method, path }) => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      fc.constantFrom("limit", "cursor", "k", "tournament", "category", "group", "method", "if"),
      anyText,
      async (one, other, name, value) => {
        const address = path
          .replace(/\{\w+\}/, () => encoded(one))
          .replaceAll(/\{\w+\}/g, () => encoded(other));
        await expectAnswered(await operate(method, `${address}?${name}=${encoded(value)}`));
      },
    ),
    { numRuns: runsARoute },
  );
});

test.each(allRoutes)("$method $path answers any query on what is there", async ({ method, path, route }) => {
  const names = Object.keys(route.query?.shape ?? { x: 1 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anyText, async (name, value) =>
      expectAnswered(await operate(method, `${addressOf(path)}?${name}=${encoded(value)}`)),
    ),
    { numRuns: runsARoute },
  );
});

const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 80,
});
const headerNames = [
  "authorization",
  "cookie",
  "idempotency-key",
  "if-none-match",
  "accept",
  "origin",
  "content-type",
  "content-length-x",
];

test.each(allRoutes)("$method $path answers any headers", async ({ method, path }) => {
  const cookies = headerText.map((text) => `agon_voter=${text}`);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...headerNames), fc.oneof(headerText, cookies), async (name, value) =>
      expectAnswered(await call(method, addressOf(path), { headers: { [name]: value } })),
    ),
    { numRuns: runsARoute },
  );
});

test("the live feeds answer any address", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("arenas", "tournaments"),
      anyText,
      anyText,
      async (kind, name, since) => {
        const path = `/live/${kind}/${encoded(name)}?since=${encoded(since)}`;
        await expectAnswered(await call("GET", path, { headers: { upgrade: "websocket" } }));
      },
    ),
    { numRuns: 4 * runsARoute },
  );
});

test("after all of it the arena is sound", async () => {
  await expectSound(arena);
});
