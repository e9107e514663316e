// Bodies that no route can take, sent with the operator's key to every POST of /openapi.json: each is refused, none
// breaks anything, and the log stays as it was.
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { operate } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { type DocumentedCall, documentedCalls } from "./support/document.ts";
import { expectSound, readLog } from "./support/log.ts";
import { fill } from "./support/routes.ts";
import { startTournament } from "./support/tournament.ts";

const bodiesInAll = env.AGON_LONG === "1" ? 100_000 : 5_000;
const timeoutMs = 30 * bodiesInAll;
const atOnce = 25;
const seed = 20_261_123;

let posts: readonly DocumentedCall[] = [];
let arena = "";
let values: Record<string, string> = {};

beforeAll(async () => {
  posts = (await documentedCalls()).filter(({ method, body }) => method === "POST" && body !== null);
  arena = await createContest({ models: 3, prompts: 2 });
  const { id } = await startTournament(arena, { format: "series", judge: "human" });
  values = { arena, tournament: id, match: "r1.m1", model: "m-1" };
});

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((body) => new Uint8Array([0x7b, ...body]));
const deep = fc.integer({ min: 33, max: 5_000 }).map((depth) => "[".repeat(depth) + "]".repeat(depth));
const unclosed = fc.integer({ min: 1, max: 2_000 }).map((depth) => '{"a":['.repeat(depth));
const scalars = fc
  .oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.string(),
    fc.constant(null),
  )
  .map((value) => JSON.stringify(value));
const broken = fc.json({ maxDepth: 3 }).map((text) => `{"slug":${text}`);
const names = fc.constantFrom("__proto__", "constructor", "toString", "", "\u0000", "slug", "type", "data");
/** Every field of the wrong kind: a list of lists is nothing that any field takes. */
const confused = fc
  .dictionary(names, fc.constant([[[]]]), { minKeys: 1, noNullPrototype: true })
  .map((value) => JSON.stringify({ ...value, unknown_field: [[]] }));
const huge = fc.integer({ min: 17, max: 9_000 }).map((kib) => `"${"x".repeat(kib * 1_024)}"`);

const hopeless = fc.oneof(
  { weight: 120, arbitrary: bytes },
  { weight: 60, arbitrary: deep },
  { weight: 20, arbitrary: unclosed },
  { weight: 120, arbitrary: scalars },
  { weight: 80, arbitrary: broken },
  { weight: 120, arbitrary: confused },
  { weight: 1, arbitrary: huge },
);

async function send({ path, body }: DocumentedCall, text: BodyInit): Promise<number> {
  const answer = await operate("POST", fill(path, values), {
    body: text,
    type: body?.type ?? "application/json",
  });
  expect(answer.status, `${path} answered ${answer.text} to ${String(text).slice(0, 200)}`).toBeLessThan(500);
  return answer.status;
}

test(
  `${bodiesInAll} hopeless bodies over all POST routes are refused and leave the log as it was`,
  async () => {
    const before = await readLog(arena);
    const statuses = new Map<number, number>();
    for (let at = 0; at < bodiesInAll; at += atOnce) {
      const bodies = fc.sample(hopeless, { numRuns: atOnce, seed: seed + at });
      const sent = bodies.map((text, offset) => {
        const route = posts[(at + offset) % posts.length];
        if (route === undefined) throw new Error("the document has no POST");
        return send(route, text);
      });
      for (const status of await Promise.all(sent)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Math.min(...statuses.keys())).toBeGreaterThanOrEqual(400);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 422]));
    expect(await readLog(arena)).toEqual(before);
    await expectSound(arena);
  },
  timeoutMs,
);
