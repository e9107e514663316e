// A model by webhook, signed by openssl: in once, and on the board at once.
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Leaderboard, Submission, WebhookEndpointSecret } from "@agon/contract";
import type { AcceptContext, AcceptRow, RunningStart } from "@agon/launch";
import { apiOf } from "./support/agon.ts";

const alike = 50;
const prompts = 6;
const limitMs = 10_000;

interface Door {
  readonly at: RunningStart;
  readonly arena: string;
  readonly endpoint: WebhookEndpointSecret;
}

let door: Promise<Door> | null = null;
const openDoor = (context: AcceptContext): Promise<Door> => {
  door ??= context.start().then(makeDoor);
  return door;
};

/** An arena of four scored models, judged by their scores, with an endpoint. */
async function makeDoor(at: RunningStart): Promise<Door> {
  const api = apiOf(at);
  const arena = `webhooks-${Date.now()}`;
  await api.createArena({ slug: arena, title: "Webhooks" });
  const models = ["a", "b", "c", "d"];
  await api.addModels(
    arena,
    models.map((slug) => ({ slug })),
  );
  const slugs = Array.from({ length: prompts }, (_, at) => `p-${at + 1}`);
  await api.addPrompts(
    arena,
    slugs.map((slug) => ({ slug, text: `Question ${slug}` })),
  );
  const rows = models.flatMap((model, score) =>
    slugs.map((prompt) => JSON.stringify({ model, prompt, content: `${model} on ${prompt}`, score })),
  );
  await api.addOutputs(arena, rows.join("\n"));
  return { at, arena, endpoint: await api.createWebhookEndpoint(arena, { name: "acceptance" }) };
}

/** As a shell would: `openssl dgst -sha256 -mac HMAC -macopt hexkey:...`. */
function opensslSignature(secret: string, id: string, timestamp: number, body: string): string {
  const hexkey = Buffer.from(secret.replace("whsec_", ""), "base64").toString("hex");
  const args = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `hexkey:${hexkey}`, "-binary"];
  const mac = execFileSync("openssl", args, { input: `${id}.${timestamp}.${body}` });
  return `v1,${mac.toString("base64")}`;
}

interface Tampering {
  readonly id?: string;
  readonly timestamp?: number;
  readonly body?: string;
  readonly secret?: string;
}

async function deliver({ at, endpoint }: Door, id: string, body: string, tampered: Tampering = {}) {
  const timestamp = Math.floor(Date.now() / 1_000);
  const signed = opensslSignature(tampered.secret ?? endpoint.secret, id, timestamp, body);
  const headers = {
    "content-type": "application/json",
    "webhook-id": tampered.id ?? id,
    "webhook-timestamp": String(tampered.timestamp ?? timestamp),
    "webhook-signature": signed,
  };
  const url = `${at.url}/v1/hooks/${endpoint.id}`;
  const response = await fetch(url, { method: "POST", headers, body: tampered.body ?? body });
  return { status: response.status, location: response.headers.get("location"), text: await response.text() };
}

const submission = (slug: string, score: number): string =>
  JSON.stringify({
    type: "model.submitted",
    timestamp: new Date().toISOString(),
    data: {
      model: { slug, name: `Model ${slug}` },
      outputs: Array.from({ length: prompts }, (_, at) => ({
        prompt: `p-${at + 1}`,
        content: `something of its own, number ${at} with score ${score}`,
        score,
      })),
    },
  });

async function onceOnly(context: AcceptContext) {
  const open = await openDoor(context);
  const body = submission("once", 2.2);
  const answers = await Promise.all(
    Array.from({ length: alike }, () => deliver(open, "acceptance.of.50", body)),
  );
  const texts = new Set(answers.map(({ status, location, text }) => `${status} ${location} ${text}`));
  const { data } = await apiOf(open.at).models(open.arena);
  const models = data.filter(({ slug }) => slug === "once").length;
  return {
    ok: texts.size === 1 && answers[0]?.status === 202 && models === 1,
    figure: `${answers.length} deliveries, ${texts.size} different answer, ${models} model`,
  };
}

async function tamperedWith(context: AcceptContext) {
  const open = await openDoor(context);
  const body = JSON.stringify({ type: "ping" });
  const past = Math.floor(Date.now() / 1_000) - 301;
  const other = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const wrong: Tampering[] = [
    { id: "another" },
    { timestamp: past },
    { timestamp: past + 1_000 },
    { body: `${body} ` },
    { secret: other },
  ];
  const good = await deliver(open, "a.dotted.id", body);
  const refused = await Promise.all(wrong.map((one) => deliver(open, "a.dotted.id", body, one)));
  const statuses = refused.map(({ status }) => status);
  return {
    ok: good.status === 202 && statuses.every((status) => status === 401),
    figure: `openssl's signature ${good.status}, tampered with ${statuses.join(" ")}`,
  };
}

async function placedAtOnce(context: AcceptContext) {
  const open = await openDoor(context);
  const startedMs = performance.now();
  const { location, status, text } = await deliver(open, `fast-${Date.now()}`, submission("fast", 1.5));
  if (status !== 202) return { ok: false, figure: `${status} ${text}` };
  for (;;) {
    const board = (await (
      await fetch(`${open.at.url}/v1/arenas/${open.arena}/leaderboard`)
    ).json()) as Leaderboard;
    const row = board.models.find(({ model }) => model.slug === "fast");
    const tookMs = performance.now() - startedMs;
    if (row && row.votes > 0) {
      const { status: state } = (await (await fetch(open.at.url + location)).json()) as Submission;
      const figure = `${Math.round(tookMs)} ms to rank ${row.rank}, ${row.provisional ? "provisional" : "settled"}, ${state}`;
      return { ok: tookMs < limitMs && row.provisional && state === "active", figure };
    }
    if (tookMs > limitMs) return { ok: false, figure: `no place within ${limitMs} ms` };
    await sleep(20);
  }
}

export const rows: AcceptRow[] = [
  { title: "50 deliveries of one webhook id at once are one submission and equal answers", run: onceOnly },
  { title: "a delivery that openssl signed is taken, and none that was tampered with", run: tamperedWith },
  { title: "from a signed delivery to a provisional place on the board in under 10 s", run: placedAtOnce },
];
