import type { Chat, Surroundings } from "./chat.ts";

export interface RetrySettings {
  /** Calls in all; default 3. */
  readonly tries?: number;
  /** Wait before the second try; it doubles with each. Default 500. */
  readonly firstWaitMs?: number;
  /** A provider that asks for a longer wait than this has failed; default 60,000. */
  readonly longestWaitMs?: number;
}

/** Repeats what may work later: after what the provider asks for, else after a growing wait with full jitter. */
export function retried(chat: Chat, { wait, random }: Surroundings, settings: RetrySettings = {}): Chat {
  const { tries = 3, firstWaitMs = 500, longestWaitMs = 60_000 } = settings;
  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const reply = await chat(request);
      if (reply.ok || !reply.failure.retryable || attempt >= tries) return reply;
      const asked = reply.failure.retryAfterMs;
      if (asked !== undefined && asked > longestWaitMs) return reply;
      const jitter = random() * firstWaitMs * 2 ** (attempt - 1);
      await wait(asked === undefined ? jitter : asked + random() * firstWaitMs);
    }
  };
}
