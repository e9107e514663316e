// Signatures of outgoing deliveries (Standard Webhooks 1.0.0). Secrets are derived from the deployment's own.
import { Webhook } from "standardwebhooks";
import { derivedSecret } from "../intake/endpoint-secret.ts";
import type { SubscriptionRow } from "./store.ts";

export const subscriptionSecret = (master: string, id: string, version: number): Promise<string> =>
  derivedSecret(master, `subscription\n${id}\n${version}`);

/** The three headers of an attempt; two signatures while the secret before is still good. */
export async function signedHeaders(
  master: string,
  { id, version, previous_until }: SubscriptionRow,
  message: { readonly id: string; readonly body: string },
  now: number,
): Promise<Record<string, string>> {
  const overlaps = previous_until !== null && previous_until > now;
  const versions = overlaps ? [version, version - 1] : [version];
  const secrets = await Promise.all(versions.map((one) => subscriptionSecret(master, id, one)));
  const at = new Date(now);
  return {
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(now / 1_000)),
    "webhook-signature": secrets
      .map((secret) => new Webhook(secret).sign(message.id, at, message.body))
      .join(" "),
  };
}
