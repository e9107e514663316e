// Secrets of webhook endpoints are derived from the deployment's own, so that none is stored anywhere.
import type { StoredEndpoint } from "@agon/db";

const hmac = async (secret: string, text: string): Promise<Uint8Array> => {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
};

/** `whsec_` and 32 bytes in base64, for one use of the deployment's secret. */
export async function derivedSecret(secret: string, use: string): Promise<string> {
  return `whsec_${btoa(String.fromCharCode(...(await hmac(secret, use))))}`;
}

export const endpointSecret = (secret: string, endpoint: string, version: number): Promise<string> =>
  derivedSecret(secret, `webhook endpoint\n${endpoint}\n${version}`);

/** The secrets a delivery may be signed with now, the newest first. */
export async function goodSecrets(
  secret: string,
  { id, version, previousUntil }: StoredEndpoint,
  now: number,
): Promise<string[]> {
  const overlaps = previousUntil !== null && previousUntil > now;
  const versions = overlaps ? [version, version - 1] : [version];
  return Promise.all(versions.map((one) => endpointSecret(secret, id, one)));
}

/** 32 hex digits: the same for every delivery of one webhook id, and not to be guessed by those who know the id. */
export async function deliveryKey(secret: string, endpoint: string, webhookId: string): Promise<string> {
  const bytes = await hmac(secret, `webhook delivery\n${endpoint}\n${webhookId}`);
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
