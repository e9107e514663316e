// What the server sends by itself: webhooks to subscribers, and nothing to addresses that it must not call.
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivery } from "@agon/contract";
import type { AcceptContext, AcceptRow } from "@agon/launch";
import { Webhook } from "standardwebhooks";
import { callOut } from "../../apps/api/src/outgoing/call.ts";
import { type Received, startReceiver } from "../receiver/receiver.ts";
import { refusedAddresses } from "../vectors/refused-addresses.ts";
import { agon, apiOf } from "./support/agon.ts";

const arena = "told";
const prompts = ["p-1", "p-2"];
const patienceMs = 30_000;

type Api = ReturnType<typeof apiOf>;

async function makeArena(api: Api): Promise<void> {
  await api.createArena({ slug: arena, title: "Told" });
  await api.addModels(
    arena,
    ["a", "b"].map((slug) => ({ slug })),
  );
  await api.addPrompts(
    arena,
    prompts.map((slug) => ({ slug, text: `Question ${slug}` })),
  );
  const rows = ["a", "b"].flatMap((model, score) =>
    prompts.map((prompt) => JSON.stringify({ model, prompt, content: `${model} on ${prompt}`, score })),
  );
  await api.addOutputs(arena, rows.join("\n"));
}

/** Sends a scored model to a new endpoint, signed. */
async function submit(api: Api, origin: string): Promise<void> {
  const endpoint = await api.createWebhookEndpoint(arena, { name: "acceptance" });
  const now = new Date();
  const data = {
    model: { slug: "newcomer", name: "Newcomer" },
    outputs: prompts.map((prompt) => ({ prompt, content: `of its own for ${prompt}`, score: 0.5 })),
  };
  const body = JSON.stringify({ type: "model.submitted", timestamp: now.toISOString(), data });
  const headers = {
    "content-type": "application/json",
    "webhook-id": "acceptance.told",
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": new Webhook(endpoint.secret).sign("acceptance.told", now, body),
  };
  const answer = await fetch(`${origin}/v1/hooks/${endpoint.id}`, { method: "POST", headers, body });
  if (answer.status !== 202) throw new Error(await answer.text());
}

/** The subscription's one delivery, once it has been tried so often. */
async function tried(api: Api, subscription: string, attempts: number): Promise<Delivery> {
  for (const untilMs = Date.now() + patienceMs; Date.now() < untilMs; await sleep(50)) {
    const [delivery] = (await api.deliveries(arena, subscription)).data;
    if (delivery !== undefined && delivery.attempts.length >= attempts) return delivery;
  }
  throw new Error(`not tried ${attempts} times within ${patienceMs} ms`);
}

const hasGoodSignature = (secret: string, { body, headers }: Received): boolean => {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
};

/** The second retry would come after minutes: the command line asks for it at once. */
async function toldAfterFailures(context: AcceptContext) {
  const at = await context.start(["--empty", "--no-site"], { timeoutMs: 300_000 });
  const receiver = await startReceiver();
  try {
    const api = apiOf(at);
    await makeArena(api);
    const wish = { url: `${receiver.url}/told/refuse-twice`, types: ["model.activated" as const] };
    const { id, secret } = await api.subscribe(arena, wish);
    await submit(api, at.url);
    const failed = await tried(api, id, 2);
    await agon(at, "webhook", "replay", failed.id, "--arena", arena);
    const { attempts, status } = await tried(api, id, 3);
    const received: Received[] = await (await fetch(`${receiver.url}/told`)).json();
    const signed = received.filter((one) => hasGoodSignature(secret, one)).length;
    const ids = new Set(received.map(({ headers }) => headers["webhook-id"])).size;
    const statuses = attempts.map((one) => one.status).join(" ");
    const waitedMs = Date.parse(attempts[1]?.at ?? "") - Date.parse(attempts[0]?.at ?? "");
    return {
      ok:
        statuses === "503 503 204" &&
        status === "delivered" &&
        signed === 3 &&
        ids === 1 &&
        waitedMs >= 5_000,
      figure: `${statuses} under ${ids} id, ${signed} good signatures, first retry after ${(waitedMs / 1_000).toFixed(1)} s, then replayed`,
    };
  } finally {
    receiver.close();
  }
}

async function refused(url: string): Promise<boolean> {
  let calls = 0;
  const fetch = async (): Promise<Response> => {
    calls += 1;
    return new Response("inside");
  };
  const call = { url, method: "GET", timeoutMs: 1_000, limitBytes: 1_000 } as const;
  const called = await callOut(call, { rules: { loopback: false }, fetch });
  return !called.ok && called.error.code === "address_refused" && calls === 0;
}

async function nothingInside() {
  const addresses = [...new Set(refusedAddresses.flatMap(([, list]) => list))];
  const answers = await Promise.all(addresses.map(refused));
  const count = answers.filter((one) => one).length;
  return {
    ok: count === addresses.length && count >= 300,
    figure: `${count} of ${addresses.length} addresses of ${refusedAddresses.length} kinds refused before a call`,
  };
}

export const rows: AcceptRow[] = [
  {
    title: "model.activated reaches a receiver that failed twice, with a good signature",
    command: "agon webhook replay msg_... --arena told",
    run: toldAfterFailures,
  },
  { title: "no private, encoded or disguised address leaves the fetcher", run: nothingInside },
];
