import { expect, test } from "vitest";
import { operate, type Request } from "./support/api.ts";
import { createContest, ndjson } from "./support/contest.ts";
import { withoutTrace } from "./support/log.ts";
import { expectProblem } from "./support/problem.ts";

async function gzip(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const compressed = (body: Uint8Array, headers: Record<string, string> = {}): Request => ({
  body,
  headers: { "content-encoding": "gzip", ...headers },
});

test("a compressed body is taken like any other, with an Idempotency-Key too", async () => {
  const arena = await createContest({ models: 1, prompts: 1 });
  const models = `/v1/arenas/${arena}/models`;
  const one = await operate("POST", models, compressed(await gzip('{"slug":"m-8"}')));
  expect(one.status, one.text).toBe(201);
  const request = compressed(await gzip('{"slug":"m-9"}'), { "idempotency-key": "k" });
  expect((await operate("POST", models, request)).status).toBe(201);
  expect((await operate("POST", models, request)).headers.get("idempotent-replayed")).toBe("true");
  const rows = await gzip(ndjson([{ model: "m-8", prompt: "p-1", content: "x".repeat(200_000) }]));
  const answer = await operate("POST", `/v1/arenas/${arena}/outputs`, {
    ...compressed(rows),
    type: "application/x-ndjson",
  });
  expect(answer.status, answer.text).toBe(201);
});

test("a bomb is refused by what it unpacks to", async () => {
  const arena = await createContest();
  const bomb = await gzip(`"${"0".repeat(100_000_000)}"`);
  expect(bomb.length).toBeLessThan(128 * 1_024);
  await withoutTrace(arena, async () => {
    for (const headers of [{}, { "idempotency-key": "bomb" }]) {
      const answer = await operate("POST", `/v1/arenas/${arena}/models`, compressed(bomb, headers));
      expectProblem(answer, "body_too_large");
    }
  });
});

test("what is not gzip, breaks off or is packed in another way is refused", async () => {
  const arena = await createContest();
  const path = `/v1/arenas/${arena}/models`;
  const good = await gzip('{"slug":"m-9","name":"A name that takes some room"}');
  await withoutTrace(arena, async () => {
    const plain = new TextEncoder().encode('{"slug":"m-9"}');
    expectProblem(await operate("POST", path, compressed(plain)), "json_malformed");
    expectProblem(await operate("POST", path, compressed(good.slice(0, -12))), "json_malformed");
    for (const coding of ["br", "deflate", "gzip, gzip", "zstd"]) {
      const answer = await operate("POST", path, compressed(good, { "content-encoding": coding }));
      expectProblem(answer, "content_type_unsupported");
    }
  });
});
