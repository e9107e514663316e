// One attempt at one delivery.
import { callOut, type Outgoing } from "../outgoing/call.ts";

export interface Outcome {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Why it does not count; null when it arrived. */
  readonly error: string | null;
  /** Beginning of the answer, secrets masked. */
  readonly response: string;
  readonly retryAfter: string | null;
}

const timeoutMs = 15_000;
const keptBytes = 1_024;

/** Secrets and keys that an answer may echo. */
const secretLike = /whsec_[A-Za-z0-9+/=]+|agon_[0-9A-Za-z]{8}_[0-9A-Za-z]+|v1,[A-Za-z0-9+/=]{20,}/g;

const masked = (text: string): string => text.replaceAll(secretLike, "***");

/** Posts a body. Only 2xx counts; a redirect is a failure, and the rest of a long answer is not read. */
export async function attempt(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  outgoing: Outgoing,
): Promise<Outcome> {
  const called = await callOut(
    {
      url,
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      timeoutMs,
      limitBytes: keptBytes,
      excess: "cut",
    },
    outgoing,
  );
  if (!called.ok) {
    const { code, status = null } = called.error;
    return { status, error: code, response: "", retryAfter: null };
  }
  const { status, headers: answered, body: bytes } = called.value;
  return {
    status,
    error: status >= 200 && status < 300 ? null : "status_unwanted",
    response: masked(new TextDecoder().decode(bytes)),
    retryAfter: answered.get("retry-after"),
  };
}
