// The one way out: webhooks, media, generation endpoints and operators' judges are all called through here.
import { type AddressRules, checkAddress } from "./address.ts";
import { failed, type OutgoingResult } from "./failure.ts";
import { readCapped, untilAborted } from "./read-capped.ts";

export interface OutgoingCall {
  /** As somebody gave it: it is checked at every call. */
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** From the call to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Most bytes of the answer's body, unpacked. */
  readonly limitBytes: number;
  /** `refuse`: a body that is longer, or breaks off, is a failure. `cut`: what came of it is enough. */
  readonly excess?: "refuse" | "cut";
  /** Content types that are wanted: `image/png`, `audio/*`. Any when left out. */
  readonly types?: readonly string[];
}

export interface OutgoingAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Media type without parameters, in small letters. */
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Outgoing {
  readonly rules: AddressRules;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

const agent = "Agon";

/** Calls an address that somebody gave. Any status but a redirect is an answer; the caller judges it. */
export async function callOut(
  call: OutgoingCall,
  { rules, fetch }: Outgoing,
): Promise<OutgoingResult<OutgoingAnswer>> {
  const address = checkAddress(call.url, rules);
  if (!address.ok) return address;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), call.timeoutMs);
  try {
    const { href } = address.value;
    return await answerOf(call, deadline.signal, (init) => fetch(href, init));
  } catch {
    return brokenOff(call, deadline.signal);
  } finally {
    clearTimeout(timer);
    deadline.abort();
  }
}

async function answerOf(
  call: OutgoingCall,
  signal: AbortSignal,
  fetch: (init: RequestInit) => Promise<Response>,
): Promise<OutgoingResult<OutgoingAnswer>> {
  const headers = { "user-agent": agent, accept: call.types?.join(", ") ?? "*/*", ...call.headers };
  const init = { method: call.method, headers, body: call.body ?? null, redirect: "manual", signal } as const;
  const response = await untilAborted(fetch(init), signal);
  const { status } = response;
  const fault = faultOfHead(call, response);
  if (fault !== null) {
    response.body?.cancel().catch(() => undefined);
    return fault;
  }
  const { bytes, end } = await readCapped(response.body, call.limitBytes, signal);
  if (call.excess !== "cut" && end === "longer") return tooLarge(call, status);
  if (call.excess !== "cut" && end === "broken") return brokenOff(call, signal, status);
  return { ok: true, value: { status, headers: response.headers, type: typeOf(response), body: bytes } };
}

/** What is wrong before the body is read. */
function faultOfHead(call: OutgoingCall, response: Response) {
  const { status } = response;
  if (status >= 300 && status < 400 && status !== 304)
    return failed("redirected", "The answer was a redirect, and redirects are not followed.", status);
  const type = typeOf(response);
  if (response.ok && call.types && !call.types.some((wanted) => fits(type, wanted)))
    return failed("type_unwanted", `The answer is not ${call.types.join(" or ")}.`, status);
  const length = Number(response.headers.get("content-length") ?? 0);
  return call.excess !== "cut" && length > call.limitBytes ? tooLarge(call, status) : null;
}

const fits = (type: string, wanted: string): boolean =>
  wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;

const typeOf = (response: Response): string =>
  response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";

const tooLarge = ({ limitBytes }: OutgoingCall, status: number) =>
  failed("too_large", `The answer has more than ${limitBytes} bytes.`, status);

/** What the platform says of a broken connection may name inner addresses, so it is not repeated. */
const brokenOff = ({ timeoutMs }: OutgoingCall, signal: AbortSignal, status?: number) =>
  signal.aborted
    ? failed("timed_out", `There was no whole answer within ${timeoutMs / 1_000} s.`, status)
    : failed("unreachable", "The address could not be reached, or the connection broke.", status);
