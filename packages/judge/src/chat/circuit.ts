import { type FailureCode, failureOf } from "../failure.ts";
import type { Chat } from "./chat.ts";

export interface CircuitSettings {
  /** Calls looked back on; default 20. */
  readonly window?: number;
  /** Share of failures that opens the circuit; default .5. */
  readonly share?: number;
  /** How long no call is made; default 30,000. */
  readonly pauseMs?: number;
}

/** What speaks of a provider in trouble. Being asked to slow down does not. */
const trouble: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "provider_error",
  "timeout",
  "unreachable",
  "cut_off",
]);

/**
 * Stops calling a provider when half of its last calls failed; after a pause one call tries whether it is back. One
 * circuit may be shared by all chats with a provider.
 */
export function circuit(now: () => number, settings: CircuitSettings = {}): (chat: Chat) => Chat {
  const { window = 20, share = 0.5, pauseMs = 30_000 } = settings;
  let recent: boolean[] = [];
  let openUntilMs: number | null = null;
  let isTrying = false;

  const record = (failed: boolean, isTrial: boolean): void => {
    if (isTrial) {
      [isTrying, openUntilMs] = [false, failed ? now() + pauseMs : null];
      if (!failed) recent = [];
    }
    recent = [...recent, failed].slice(-window);
    const failures = recent.filter(Boolean).length;
    const isBad = recent.length >= window && failures >= window * share;
    if (openUntilMs === null && isBad) openUntilMs = now() + pauseMs;
  };

  return (chat) => async (request) => {
    const isTrial = openUntilMs !== null;
    if (openUntilMs !== null) {
      const leftMs = openUntilMs - now();
      if (isTrying || leftMs > 0) {
        const detail = `Half of the last ${window} calls failed, so the provider is left alone for a while`;
        return { ok: false, failure: failureOf("circuit_open", detail, Math.max(0, leftMs)) };
      }
      isTrying = true;
    }
    const reply = await chat(request);
    record(!reply.ok && trouble.has(reply.failure.code), isTrial);
    return reply;
  };
}
