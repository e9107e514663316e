// A sender of webhooks that signs with the platform's own crypto, not with the library the door uses.
import type { DeliveryAnswer, Submission, WebhookEndpointSecret } from "@agon/contract";
import { type Answer, call, operate, read } from "./api.ts";
import { numbered } from "./contest.ts";

let deliveries = 0;

export async function createEndpoint(arena: string, name = "CI"): Promise<WebhookEndpointSecret> {
  const answer = await operate("POST", `/v1/arenas/${arena}/webhook-endpoints`, { json: { name } });
  if (answer.status !== 201) throw new Error(answer.text);
  return read<WebhookEndpointSecret>(answer);
}

/** `v1,<base64>` of a body, by Web Crypto. */
export async function sign(secret: string, id: string, timestamp: number, body: string): Promise<string> {
  const raw = Uint8Array.from(atob(secret.replace("whsec_", "")), (char) => char.charCodeAt(0));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
  const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, text));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}

export interface Delivery {
  readonly id?: string;
  /** Seconds since 1970. */
  readonly timestamp?: number;
  readonly secret?: string;
  /** Instead of the right one. */
  readonly signature?: string;
  readonly query?: string;
  readonly headers?: Record<string, string>;
}

export const nowS = (): number => Math.floor(Date.now() / 1_000);

/** Sends a body, an object as JSON, to an endpoint. */
export async function deliver(
  endpoint: Pick<WebhookEndpointSecret, "id" | "secret">,
  body: unknown,
  delivery: Delivery = {},
): Promise<Answer> {
  const { id = `msg_${++deliveries}`, timestamp = nowS(), secret = endpoint.secret, query = "" } = delivery;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signature = delivery.signature ?? (await sign(secret, id, timestamp, text));
  return call("POST", `/v1/hooks/${endpoint.id}${query}`, {
    body: text,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": signature,
      ...delivery.headers,
    },
  });
}

export interface SubmittedModel {
  readonly slug?: string;
  readonly name?: string;
  readonly [field: string]: unknown;
}

export interface SubmittedRow {
  readonly prompt: string;
  readonly content?: string;
  readonly media_url?: string;
  readonly score?: number;
}

/** An output for each of `p-1`, `p-2`, ... */
export const answersTo = (prompts: number, score?: number): SubmittedRow[] =>
  numbered("p", prompts).map((prompt) => ({
    prompt,
    content: `An answer of its own to ${prompt} (${++deliveries})`,
    ...(score === undefined ? {} : { score }),
  }));

export const submitted = (model: SubmittedModel, outputs: readonly SubmittedRow[], more: object = {}) => ({
  type: "model.submitted",
  timestamp: "2026-11-23T12:00:00Z",
  data: { model: { name: "A quiet fellow", ...model }, outputs, ...more },
});

export async function statusOf(id: string): Promise<Submission> {
  return read<Submission>(await call("GET", `/v1/submissions/${id}`));
}

export const submissionOf = (answer: Answer): Submission => {
  if (answer.status !== 202) throw new Error(answer.text);
  return read<DeliveryAnswer>(answer) as Submission;
};

/** Waits until a submission is what the test wants it to be. */
export async function until(id: string, wanted: (submission: Submission) => boolean): Promise<Submission> {
  for (const untilMs = performance.now() + 60_000; performance.now() < untilMs; ) {
    const submission = await statusOf(id);
    if (wanted(submission)) return submission;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`submission ${id} stays ${JSON.stringify(await statusOf(id))}`);
}

/** Submits a model with the operator's key and gives the submission's id. */
export async function submitAsOperator(arena: string, slug: string, prompts: number): Promise<string> {
  const json = submitted({ slug }, answersTo(prompts), { arena });
  return submissionOf(await operate("POST", "/v1/submissions", { json })).id;
}
