/** What to do with a message, given the newest `seq` that was applied. */
export type FeedStep = "apply" | "ignore" | "resume";

interface Numbered {
  readonly seq: number;
  /** The feed's seq before this message; null in a snapshot. */
  readonly prev: number | null;
  readonly type: string;
}

/**
 * A feed is complete when every message names its predecessor as the newest one seen.
 * An older `prev` is fine: a page that was read at an arena's seq may be ahead of a tournament's own feed.
 */
export function feedStep(newest: number, message: Numbered): FeedStep {
  if (message.type === "snapshot") return "apply";
  if (message.seq <= newest) return "ignore";
  return message.prev !== null && message.prev > newest ? "resume" : "apply";
}

/** Milliseconds before attempt `n` (0 = first repeat): doubles from half a second to 20 s, spread by `jitter` in 0..1. */
export const backoffMs = (n: number, jitter: number): number =>
  Math.min(20_000, 500 * 2 ** n) * (0.7 + 0.6 * jitter);
