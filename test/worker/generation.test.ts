// Outputs that the platform makes itself, by calling the submitter's endpoint through the queue.
import { afterEach, expect, test, vi } from "vitest";
import { api, call } from "./support/api.ts";
import { createContest } from "./support/contest.ts";
import { expectSound } from "./support/log.ts";
import { createEndpoint, deliver, submissionOf, until } from "./support/webhook.ts";

afterEach(() => vi.restoreAllMocks());

interface Asked {
  readonly url: string;
  readonly body: { model: string; messages: { role: string; content: string }[] };
}

/** The endpoint of the tests; gives the list of what it was asked. */
function answering(answer: (asked: Asked, tries: number) => Response | Promise<Response>): Asked[] {
  const all: Asked[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.startsWith("https://llm.example.com/")) return real(input, init);
    const asked = { url, body: JSON.parse(String(init?.body)) as Asked["body"] };
    all.push(asked);
    const prompt = asked.body.messages[0]?.content;
    return answer(asked, all.filter(({ body }) => body.messages[0]?.content === prompt).length);
  });
  return all;
}

const said = (content: unknown): Response =>
  Response.json({ choices: [{ message: { role: "assistant", content } }] });

const generated = (url = "https://llm.example.com/v1", more: object = {}) => ({
  type: "model.submitted",
  data: { model: { slug: "newcomer", name: "A quiet fellow", ...more }, endpoint: { url, model: "tiny-1" } },
});

async function begin(prompts = 3) {
  const arena = await createContest({ models: 2, prompts });
  return { arena, endpoint: await createEndpoint(arena) };
}

test("every prompt is sent once, progress shows, and the answers become the model's outputs", async () => {
  const { arena, endpoint } = await begin();
  const asked = answering(({ body }) => said(`I was asked: ${body.messages[0]?.content}`));
  const received = submissionOf(await deliver(endpoint, generated()));
  expect(received).toMatchObject({ status: "queued", progress: { outputs: 3, done: 0 } });
  const done = await until(received.id, ({ status }) => status === "active");
  expect(done.progress).toEqual({ outputs: 3, done: 3 });
  const { outputs } = await api.model(arena, "newcomer");
  expect(outputs.map(({ content }) => content)).toEqual(
    [1, 2, 3].map((at) => `I was asked: Question p-${at}`),
  );
  expect(asked.map(({ url }) => url)).toEqual(Array(3).fill("https://llm.example.com/v1/chat/completions"));
  expect(asked.map(({ body }) => body.model)).toEqual(["tiny-1", "tiny-1", "tiny-1"]);
  await expectSound(arena);
});

test("an endpoint that fails for a while is asked again", async () => {
  const { endpoint } = await begin(1);
  const asked = answering((_, tries) =>
    tries === 1 ? new Response("busy", { status: 503, headers: { "retry-after": "0" } }) : said("at last"),
  );
  const { id } = submissionOf(await deliver(endpoint, generated()));
  await until(id, ({ status }) => status === "active");
  expect(asked).toHaveLength(2);
});

test("a generated text that names its maker waits for the operator", async () => {
  const { endpoint } = await begin(1);
  answering(() => said("I am A Quiet Fellow."));
  const { id } = submissionOf(await deliver(endpoint, generated()));
  const { flags } = await until(id, ({ status }) => status === "validating");
  expect(flags).toEqual([expect.objectContaining({ code: "identity_leak", pointer: "/data/endpoint" })]);
});

const endless = (): Response =>
  new Response(
    new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)) }),
  );

const hostile: [what: string, answer: () => Response, code: string][] = [
  ["streams for ever", endless, "endpoint_too_large"],
  ["answers a page", () => new Response("<html>"), "endpoint_nonsense"],
  ["answers another shape", () => Response.json({ choices: [] }), "endpoint_nonsense"],
  ["answers a number for a text", () => said(42), "endpoint_nonsense"],
  ["answers a text without end", () => said("x".repeat(300_000)), "endpoint_nonsense"],
  ["does not know the call", () => new Response("no", { status: 404 }), "endpoint_refused"],
  ["wants a key", () => new Response("no", { status: 401 }), "endpoint_refused"],
  ["leads inside", () => Response.redirect("http://169.254.169.254/", 302), "endpoint_redirected"],
];

test.each(hostile)("an endpoint that %s ends the submission with a code", async (_, answer, code) => {
  const { arena, endpoint } = await begin(2);
  answering(answer);
  const { id } = submissionOf(await deliver(endpoint, generated()));
  const { errors } = await until(id, ({ status }) => status === "rejected");
  expect(errors).toEqual([expect.objectContaining({ pointer: "/data/endpoint", code })]);
  expect((await call("GET", `/v1/arenas/${arena}/models/newcomer`)).status).toBe(404);
  await expectSound(arena);
});

test("an endpoint inside is refused at once, and a withdrawn model is not asked any more", async () => {
  const { endpoint } = await begin(2);
  const inside = submissionOf(await deliver(endpoint, generated("https://192.168.1.1/v1")));
  expect(inside.errors).toEqual([
    expect.objectContaining({ pointer: "/data/endpoint/url", code: "address_refused" }),
  ]);
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  answering(async () => {
    await held;
    return said("too late");
  });
  const { id } = submissionOf(await deliver(endpoint, generated()));
  submissionOf(await deliver(endpoint, { type: "model.withdrawn", data: { model: "newcomer" } }));
  release();
  expect((await until(id, ({ status }) => status !== "queued")).status).toBe("withdrawn");
});
