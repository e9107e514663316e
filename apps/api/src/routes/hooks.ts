import { submissionEvent } from "@agon/contract";
import { database, findEndpoint } from "@agon/db";
import { refereeOf } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { parseBody } from "../http/body.ts";
import { refuse } from "../http/problem.ts";
import { submissionId } from "../http/submissions.ts";
import { deliveryKey, goodSecrets } from "../intake/endpoint-secret.ts";
import { isDryRun, isPing, pong, receive, taken } from "../intake/receive.ts";
import { signatureFault, signedHeaders } from "../intake/signature.ts";

/** Size, signature, id, schema, in this order: nothing is told to those who cannot sign, and nothing is done twice. */
export const receiveWebhook: Handler<"receiveWebhook"> = async ({ c, body, query, param }) => {
  const endpoint = await findEndpoint(database(c.env.DB), param("endpoint"));
  if (endpoint === null) throw refuse("endpoint_unknown", "There is no webhook endpoint at this address.");
  const text = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(body);
  const signed = signedHeaders(c.req.raw.headers);
  const secrets = await goodSecrets(c.env.AGON_SECRET, endpoint, Date.now());
  const fault = signatureFault(signed, text, secrets);
  if (fault !== null) throw refuse("signature_invalid", `The delivery was not taken: ${fault}.`);

  const key = await deliveryKey(c.env.AGON_SECRET, endpoint.id, signed.id ?? "");
  const id = submissionId(endpoint.arenaId, key);
  const referee = refereeOf(c.env, endpoint.arenaId);
  const dryRun = isDryRun(query);
  const before = dryRun ? null : await referee.delivered(id);
  if (before !== null) return taken(c, id, before);

  const event = parseBody(submissionEvent, text);
  if (isPing(event)) return pong(c);
  const view = await referee.arena();
  if (view === null) throw refuse("endpoint_unknown", "The arena of this endpoint is not there.");
  if (event.data.arena !== undefined && event.data.arena !== view.slug) {
    const detail = `this endpoint belongs to the arena "${view.slug}"`;
    throw refuse("submission_invalid", `Nothing was taken: ${detail}.`, {
      errors: [{ pointer: "/data/arena", detail }],
    });
  }
  const sender = { id, submitter: `endpoint:${endpoint.id}`, trusted: false };
  return receive(c, { id: endpoint.arenaId, slug: view.slug, referee }, event, sender, dryRun);
};
