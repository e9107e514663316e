// When a delivery is tried again: the table of Standard Webhooks, as delays after the attempt before.

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Before the first attempt, the second, ... */
const delaysMs = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** So much later at most, so that what failed together does not come back together. */
const jitter = 0.1;
const longestWaitMs = 24 * hour;

/**
 * Milliseconds from a failed attempt to the next; null when there is none. `made` counts the attempts so far, `random`
 * is in [0, 1), `retryAfter` is the receiver's header: it knows better than the table, within a second and a day.
 */
export function waitAfter(
  made: number,
  random: number,
  retryAfter: string | null,
  now: number,
): number | null {
  const delay = delaysMs[made];
  if (delay === undefined) return null;
  const asked = retryAfter === null ? null : waitAsked(retryAfter, now);
  return asked ?? Math.round(delay * (1 + jitter * random));
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function waitAsked(header: string, now: number): number | null {
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * second : Date.parse(text) - now;
  return Number.isNaN(wait) ? null : Math.min(longestWaitMs, Math.max(second, wait));
}
