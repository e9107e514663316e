// A text from an OpenAI-compatible endpoint: one call of `POST {url}/chat/completions` for one prompt.
import { callOut, type Outgoing } from "../outgoing/call.ts";
import type { Unobtained } from "./obtain.ts";

const timeoutMs = 60_000;
const answerBytes = 2_097_152;
/** As long as an uploaded output may be. */
const longestText = 262_144;
const longestWaitS = 60;

type Generated = { readonly ok: true; readonly value: string } | Unobtained;

const failure = (
  code: string,
  detail: string,
  passing: boolean,
  waitS: number | null = null,
): Unobtained => ({
  ok: false,
  code,
  detail,
  passing,
  waitS,
});

export async function generateText(
  { url, model }: { readonly url: string; readonly model: string },
  prompt: string,
  outgoing: Outgoing,
): Promise<Generated> {
  const body = JSON.stringify({ model, messages: [{ role: "user", content: prompt }], stream: false });
  const headers = { "content-type": "application/json" };
  const answer = await callOut(
    { url: completionsAt(url), method: "POST", headers, body, timeoutMs, limitBytes: answerBytes },
    outgoing,
  );
  if (!answer.ok) {
    const { code, detail } = answer.error;
    return failure(`endpoint_${code}`, detail, code === "timed_out" || code === "unreachable");
  }
  const { status, headers: said } = answer.value;
  if (status < 200 || status > 299) {
    const passing = status === 408 || status === 425 || status === 429 || status >= 500;
    return failure("endpoint_refused", `The endpoint answered ${status}.`, passing, waitOf(said));
  }
  return textOf(answer.value.body);
}

/** The base address of an API, or the whole address of the call. */
function completionsAt(url: string): string {
  const address = new URL(url);
  if (!address.pathname.endsWith("/chat/completions"))
    address.pathname = `${address.pathname.replace(/\/+$/, "")}/chat/completions`;
  return address.href;
}

function waitOf(headers: Headers): number | null {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds), longestWaitS) : null;
}

function textOf(bytes: Uint8Array): Generated {
  const nonsense = (why: string) => failure("endpoint_nonsense", `The endpoint's answer ${why}.`, false);
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return nonsense("is not JSON");
  }
  const text = contentIn(answer);
  if (typeof text !== "string") return nonsense("holds no choices[0].message.content");
  if (text.length > longestText) return nonsense(`is longer than ${longestText} characters`);
  return { ok: true, value: text };
}

const property = (value: unknown, key: string | number): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

const contentIn = (answer: unknown): unknown =>
  property(property(property(property(answer, "choices"), 0), "message"), "content");
