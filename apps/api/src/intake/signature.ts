// Is a delivery signed by one of the endpoint's secrets, now? Standard Webhooks 1.0.0: the signed text is
// `{id}.{timestamp}.{body}`. Ids may hold dots, and still no other delivery can have the same signed text: an id has no
// brace, so its end lies before the body, and a body that begins with the rest of an id is not JSON.
import { Webhook } from "standardwebhooks";

const idForm = /^[\w.:~+=@/-]{1,200}$/;
const timestampForm = /^\d{1,12}$/;
/** A rotation sends two signatures; nobody needs many more. */
const longestSignatures = 2_000;

export interface SignedHeaders {
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
}

export const signedHeaders = (headers: Headers): SignedHeaders => ({
  id: headers.get("webhook-id"),
  timestamp: headers.get("webhook-timestamp"),
  signature: headers.get("webhook-signature"),
});

/** What is wrong with the signature; null when it is good. `body` is the raw body as text. */
export function signatureFault(
  { id, timestamp, signature }: SignedHeaders,
  body: string,
  secrets: readonly string[],
): string | null {
  if (id === null || timestamp === null || signature === null)
    return "send webhook-id, webhook-timestamp and webhook-signature";
  if (!idForm.test(id)) return "webhook-id has 1 to 200 letters, digits and . _ - : ~ + = @ /";
  if (!timestampForm.test(timestamp)) return "webhook-timestamp is in whole seconds since 1970";
  if (signature.length > longestSignatures) return "webhook-signature is too long";
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
  const faults = secrets.map((secret) => faultOf(secret, body, headers));
  return faults.includes(null) ? null : (faults[0] ?? "there is no secret");
}

/** The library compares in constant time. */
function faultOf(secret: string, body: string, headers: Record<string, string>): string | null {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return null;
  } catch (error) {
    const text = error instanceof Error ? error.message : "";
    return text.includes("timestamp")
      ? "the timestamp is more than 300 seconds off; sign each try anew"
      : "no signature fits the body, the id and the timestamp";
  }
}
