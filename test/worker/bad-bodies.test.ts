// Bodies that are no good: each has its documented status, names what is wrong, and leaves the log as it was.
import type { ErrorCode } from "@agon/contract";
import { beforeAll, expect, test } from "vitest";
import { type Answer, call, operate } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";
import { drawBallot } from "./support/voter.ts";

let shared = "";

beforeAll(async () => {
  shared = await createContest();
});

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** Every call that takes a JSON body, with a body that would be taken. */
const calls: [name: string, send: (arena: string, body: BodyInit, type?: string) => Promise<Answer>][] = [
  ["POST /v1/arenas", (_, body, type) => operate("POST", "/v1/arenas", request(body, type))],
  [
    "PATCH /v1/arenas/{arena}",
    (arena, body, type) => operate("PATCH", `/v1/arenas/${arena}`, request(body, type)),
  ],
  ["POST models", (arena, body, type) => operate("POST", `/v1/arenas/${arena}/models`, request(body, type))],
  [
    "POST prompts",
    (arena, body, type) => operate("POST", `/v1/arenas/${arena}/prompts`, request(body, type)),
  ],
  [
    "POST tournaments",
    (arena, body, type) => operate("POST", `/v1/arenas/${arena}/tournaments`, request(body, type)),
  ],
  [
    "POST /v1/ballots/{ballot}",
    async (arena, body, type) => {
      const { id } = await drawBallot(arena);
      return call("POST", `/v1/ballots/${id}`, request(body, type));
    },
  ],
];

const request = (body: BodyInit, type = "application/json") => ({ body, type });

const bodies: [what: string, body: BodyInit, code: ErrorCode][] = [
  ["nothing", "", "json_malformed"],
  ["no JSON", "{title:", "json_malformed"],
  ["NaN", '{"title":NaN}', "json_malformed"],
  ["bytes that are no text", new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), "json_malformed"],
  ["a number", "17", "schema_invalid"],
  ["null", "null", "schema_invalid"],
  ["an unknown field", '{"title":"A","colour":"red"}', "schema_invalid"],
  ["33 levels", nested(33), "schema_invalid"],
  ["levels that do not close", "[".repeat(2_000), "json_malformed"],
];

test.each(
  calls.flatMap(([name, send]) => bodies.map(([what, body, code]) => ({ name, send, what, body, code }))),
)("$name refuses $what as $code", async ({ send, body, code }) => {
  const arena = shared;
  await withoutTrace(arena, async () => expectProblem(await send(arena, body), code));
});

test.each(calls)("%s takes no other type than JSON", async (_, send) => {
  const arena = shared;
  await withoutTrace(arena, async () => {
    expectProblem(await send(arena, "{}", "text/plain"), "content_type_unsupported");
    expectProblem(await send(arena, "{}", ""), "content_type_unsupported");
    expectProblem(await send(arena, "{}", "application/x-ndjson"), "content_type_unsupported");
  });
});

test.each(calls)("%s refuses a body over its limit, announced or not", async (_, send) => {
  const arena = shared;
  const large = `{"title":"${"x".repeat(5_000_000)}"}`;
  const chunks = () => {
    let left = 500;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(10_000).fill(0x20));
        else controller.close();
      },
    });
  };
  await withoutTrace(arena, async () => {
    expectProblem(await send(arena, large), "body_too_large");
    expectProblem(await send(arena, chunks()), "body_too_large");
  });
});

test("a list as long as its body may be is refused by its shape, not by a fall", async () => {
  const arena = shared;
  const list = `[${"0,".repeat(2_000_000)}0]`;
  await withoutTrace(arena, async () =>
    expectProblem(await operate("POST", `/v1/arenas/${arena}/prompts`, { body: list }), "schema_invalid"),
  );
});

test("32 levels of nesting are read", async () => {
  const arena = shared;
  const answer = await operate("POST", `/v1/arenas/${arena}/models`, { body: nested(32) });
  expect(expectProblem(answer, "schema_invalid").detail).not.toContain("nested");
});

test("a problem names at most twenty places", async () => {
  const arena = shared;
  const json = Array.from({ length: 100 }, () => ({ slug: "UPPER CASE" }));
  const problem = expectProblem(
    await operate("POST", `/v1/arenas/${arena}/models`, { json }),
    "schema_invalid",
    "/0/slug",
  );
  expect(problem.errors).toHaveLength(20);
});
