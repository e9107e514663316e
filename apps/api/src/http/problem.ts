// Failures as RFC 9457 problem documents: the one place where codes become statuses.
import { type ErrorDetail, errorCodes, type Failure } from "@agon/contract";
import type { Context } from "hono";
import type { AppEnv } from "./context.ts";

/** Carries a coded failure out of a handler. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.detail);
    this.failure = failure;
  }
}

export const refuse = (
  code: Failure["code"],
  detail: string,
  more: Omit<Failure, "code" | "detail"> = {},
): Refusal => new Refusal({ code, detail, ...more });

/** The value of a result, or the failure on its way out. */
export function must<T>(result: { ok: true; value: T } | { ok: false; error: Failure }): T {
  if (!result.ok) throw new Refusal(result.error);
  return result.value;
}

const defaultRetryS: Partial<Record<Failure["code"], number>> = { unavailable: 1, rate_limited: 60 };

export function problemResponse(c: Context<AppEnv>, failure: Failure): Response {
  const [status, title] = errorCodes[failure.code];
  const body = {
    type: `${new URL(c.req.url).origin}/docs/plain#${failure.code}`,
    title,
    status,
    code: failure.code,
    detail: failure.detail,
    errors: (failure.errors ?? []) as readonly ErrorDetail[],
    request_id: c.get("requestId"),
  };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": body.request_id,
  });
  const retry = failure.retryAfterS ?? defaultRetryS[failure.code];
  if (retry !== undefined) headers.set("retry-after", String(retry));
  if (status === 426) headers.set("upgrade", "websocket");
  if (failure.code === "key_missing" || failure.code === "key_invalid")
    headers.set("www-authenticate", 'Bearer realm="agon"');
  return c.body(JSON.stringify(body), { status, headers: Object.fromEntries(headers) });
}
