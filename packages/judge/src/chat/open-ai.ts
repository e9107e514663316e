// Any endpoint that speaks OpenAI's chat completions: OpenAI, vLLM, Ollama, OpenRouter, Workers AI's `/ai/v1`.
import { type FailureCode, failureOf, type ProviderFailure } from "../failure.ts";
import type { Chat, ChatReply, ChatRequest, Http } from "./chat.ts";
import { bodyFor, complaintOf, type Dialect, fullDialect, simpler } from "./dialect.ts";
import { readReply } from "./read-reply.ts";

export interface OpenAiSettings {
  /** Without `/chat/completions`; a trailing slash does no harm. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key: string | null;
  readonly http: Http;
  /** Default 60,000. */
  readonly timeoutMs?: number;
}

/** Seconds or a date, in milliseconds from now; null without a sensible one. */
function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

function codeOf(status: number, complaint: string, key: string | null): FailureCode {
  if (status === 401 || status === 403) return key === null ? "key_missing" : "key_wrong";
  if (/context.{0,20}(length|window|size)|maximum context|too many tokens|too long/i.test(complaint)) {
    return "context_too_long";
  }
  if (status === 404) return /model/i.test(complaint) ? "model_unknown" : "not_an_api";
  if (status === 402 || /insufficient_quota|exceeded your current quota/i.test(complaint))
    return "quota_exhausted";
  if (status === 429) return "rate_limited";
  if (status === 405) return "not_an_api";
  if (status >= 500 || status === 408) return "provider_error";
  if (/model.{0,80}(not exist|not found|unknown|invalid)/i.test(complaint)) return "model_unknown";
  return "request_refused";
}

function failureFrom(response: Response, body: string, settings: OpenAiSettings): ProviderFailure {
  const complaint = complaintOf(body);
  const isPage = (response.headers.get("content-type") ?? "").includes("html");
  const said = isPage
    ? "a web page"
    : complaint === ""
      ? "nothing"
      : `"${withoutKey(complaint, settings.key)}"`;
  const code =
    isPage && response.status < 500 && response.status !== 429
      ? "not_an_api"
      : codeOf(response.status, body, settings.key);
  const detail = `${settings.baseUrl} answered ${response.status} with ${said}`;
  return failureOf(code, detail, retryAfterMs(response.headers.get("retry-after")));
}

/** Providers like to quote the key they refuse. */
const withoutKey = (text: string, key: string | null): string =>
  (key === null || key === "" ? text : text.replaceAll(key, "[key]")).replace(/\bsk-[\w*-]+/g, "[key]");

function failureOfError(error: unknown, baseUrl: string): ProviderFailure {
  const name = error instanceof Error ? error.name : "";
  if (name === "TimeoutError" || name === "AbortError") {
    return failureOf("timeout", `${baseUrl} did not answer in time`);
  }
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
  return failureOf("unreachable", `${baseUrl} cannot be reached${code}`);
}

/** A chat with one model. What the endpoint does not understand is left out from then on. */
export function openAiChat(settings: OpenAiSettings): Chat {
  const address = `${settings.baseUrl.replace(/\/+$/, "")}/chat/completions`;
  const headers = {
    "content-type": "application/json",
    ...(settings.key === null ? {} : { authorization: `Bearer ${settings.key}` }),
  };
  let learned: Dialect = fullDialect;

  const post = async (request: ChatRequest, dialect: Dialect): Promise<ChatReply | "simplify"> => {
    const response = await settings.http(address, {
      method: "POST",
      headers,
      body: JSON.stringify(bodyFor(settings.model, request, dialect)),
      signal: AbortSignal.timeout(settings.timeoutMs ?? 60_000),
    });
    const body = await textOf(response);
    if (body === null)
      return { ok: false, failure: failureOf("cut_off", `${settings.baseUrl} cut the answer off`) };
    if (response.ok) return readReply(response.headers.get("content-type") ?? "", body);
    const failure = failureFrom(response, body, settings);
    const isComplaint = response.status === 400 || response.status === 422;
    const next = isComplaint && failure.code === "request_refused" ? simpler(dialect, body) : null;
    if (next === null) return { ok: false, failure };
    learned = next;
    return "simplify";
  };

  return async (request) => {
    try {
      for (;;) {
        const reply = await post(request, learned);
        if (reply !== "simplify") return reply;
      }
    } catch (error) {
      return { ok: false, failure: failureOfError(error, settings.baseUrl) };
    }
  };
}

/** The whole body, or null when the connection ended inside it. Running out of time is thrown. */
async function textOf(response: Response): Promise<string | null> {
  try {
    return await response.text();
  } catch (error) {
    if (error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError")) throw error;
    return null;
  }
}
