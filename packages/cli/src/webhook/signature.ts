// Standard Webhooks 1.0.0 (https://www.standardwebhooks.com): `v1,` and the base64 of an HMAC-SHA256 over id, time and
// body. The library makes and checks it; this file gives it headers and failures of ours.
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { InputError } from "../failure.ts";

/** Throws `InputError` when the secret is none. */
function webhookOf(secret: string): Webhook {
  const bytes = Buffer.from(secret.replace(/^whsec_/, ""), "base64").length;
  if (/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret) && bytes >= 16) return new Webhook(secret);
  throw new InputError(
    "--secret is no webhook secret",
    "It begins with whsec_ and is shown when the endpoint is made.",
  );
}

/** The headers of a delivery. */
export function signedHeaders(secret: string, id: string, body: string, at: Date): Record<string, string> {
  const signature = webhookOf(secret).sign(id, at, body);
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
}

/** Checks deliveries; gives what is wrong with one, or null. */
export function verifierOf(secret: string): (body: string, headers: Record<string, string>) => string | null {
  const webhook = webhookOf(secret);
  return (body, headers) => {
    try {
      webhook.verify(body, headers);
      return null;
    } catch (error) {
      // A body that is signed and is no JSON is signed all the same.
      if (error instanceof WebhookVerificationError) return error.message;
      return error instanceof SyntaxError ? null : String(error);
    }
  };
}
