// The typed client with its manners: retries, idempotency keys, whole lists. For Node and browsers; docs/api.md.
import { createOperatorClient, type OperatorClient } from "./operator-client.ts";
import { type RetryOptions, withRetries } from "./retry.ts";

export type { Client } from "../client.ts";
export { createOperatorClient, type OperatorClient } from "./operator-client.ts";
export { allItems } from "./pages.ts";
export { withRetries } from "./retry.ts";

export interface ServerAddress extends RetryOptions {
  /** The origin, such as `https://agon.example`. */
  readonly url: string | URL;
  /** An API key; voters and readers need none. */
  readonly key?: string | undefined;
}

/** The client of a server. Throws `ApiError` for answers that are not 2xx, what `fetch` throws when there is none. */
export function connectTo({ url, key, ...retries }: ServerAddress): OperatorClient {
  const send = (path: string, init?: RequestInit) => fetch(new URL(path, url), init);
  return createOperatorClient(withRetries(send, retries), key ? { authorization: `Bearer ${key}` } : {});
}
