// Calls that are sent again when the server is busy, cannot be reached or asks to wait. A POST gets an
// `Idempotency-Key` first, so that a repeat whose first try did arrive changes nothing.
import type { Fetch } from "../client.ts";

export interface RetryOptions {
  /** Tries in all; 1 never repeats. */
  readonly tries?: number;
  /** No wait is longer, whatever the server asks for. */
  readonly longestWaitMs?: number;
  /** Whether a connection that fails is tried again, too; default true. */
  readonly repeatLost?: boolean;
  /** Between 0 and 1; spreads callers that were turned away together. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

const firstWaitMs = 500;
const busy = new Set([429, 502, 503, 504]);

/** Milliseconds that `Retry-After` asks for: seconds, or a date. */
export function retryAfterMs(response: Response, now: number = Date.now()): number | null {
  const asked = response.headers.get("retry-after");
  if (asked === null) return null;
  const seconds = Number(asked);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(asked) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

/** A first request with the same key may still run: 409 that says when to come again. */
const isWorthRepeating = (response: Response): boolean =>
  busy.has(response.status) || (response.status === 409 && response.headers.has("retry-after"));

/** What the server asks for, else about twice as long each time, with a half of it left to chance. */
function waitMs(response: Response | null, tries: number, random: () => number): number {
  const grown = firstWaitMs * 2 ** (tries - 1);
  const asked = response === null ? null : retryAfterMs(response);
  return asked === null ? grown * (0.5 + random() / 2) : asked * (1 + random() / 10);
}

function keyed(init: RequestInit | undefined): RequestInit | undefined {
  if (init?.method !== "POST") return init;
  const headers = new Headers(init.headers);
  if (!headers.has("idempotency-key")) headers.set("idempotency-key", crypto.randomUUID());
  return { ...init, headers: Object.fromEntries(headers) };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same `fetch` with patience. Throws what `fetch` throws after the last try. */
export function withRetries(fetch: Fetch, options: RetryOptions = {}): Fetch {
  const { tries = 6, longestWaitMs = 30_000, random = Math.random, sleep = pause } = options;
  const { repeatLost = true } = options;
  return async (path, init) => {
    const request = keyed(init);
    for (let count = 1; ; count += 1) {
      const last = count >= tries;
      let response: Response | null = null;
      try {
        response = await fetch(path, request);
        if (last || !isWorthRepeating(response)) return response;
      } catch (error) {
        // An abort was wished for.
        if (last || !repeatLost || request?.signal?.aborted) throw error;
      }
      await response?.body?.cancel();
      await sleep(Math.min(longestWaitMs, waitMs(response, count, random)));
    }
  };
}
