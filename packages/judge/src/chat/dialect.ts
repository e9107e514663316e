// What an endpoint of the protocol understands differs; it is learned from its refusals, once for all calls.
import { field } from "../protocol/read-text.ts";
import type { ChatRequest } from "./chat.ts";

/** From strict to loose: a JSON schema, any JSON object, plain text. */
const formats = ["schema", "object", "text"] as const;

export interface Dialect {
  readonly format: (typeof formats)[number];
  readonly maxTokens: "max_tokens" | "max_completion_tokens";
  readonly temperature: boolean;
  readonly seed: boolean;
  readonly logprobs: boolean;
}

export const fullDialect: Dialect = {
  format: "schema",
  maxTokens: "max_tokens",
  temperature: true,
  seed: true,
  logprobs: true,
};

/** The dialect without what a refusal (status 400 or 422) complains about; null when it is about something else. */
export function simpler(dialect: Dialect, complaint: string): Dialect | null {
  if (/max_tokens|max_completion_tokens/.test(complaint) && dialect.maxTokens === "max_tokens") {
    return { ...dialect, maxTokens: "max_completion_tokens" };
  }
  if (/temperature/.test(complaint) && dialect.temperature) return { ...dialect, temperature: false };
  if (/logprobs/.test(complaint) && dialect.logprobs) return { ...dialect, logprobs: false };
  if (/response_format|json_schema|json_object|structured|schema/i.test(complaint)) {
    const next = formats[formats.indexOf(dialect.format) + 1];
    if (next !== undefined) return { ...dialect, format: next };
  }
  if (/\bseed\b/.test(complaint) && dialect.seed) return { ...dialect, seed: false };
  return null;
}

function responseFormat({ schema }: ChatRequest, { format }: Dialect): object {
  if (schema === undefined || format === "text") return {};
  if (format === "object") return { response_format: { type: "json_object" } };
  return {
    response_format: {
      type: "json_schema",
      json_schema: { name: schema.name, strict: true, schema: schema.schema },
    },
  };
}

/** The body of `POST /chat/completions`. */
export function bodyFor(model: string, request: ChatRequest, dialect: Dialect): object {
  const wantsProbabilities = request.logprobs === true && dialect.logprobs;
  return {
    model,
    messages: request.messages,
    [dialect.maxTokens]: request.maxTokens,
    ...(dialect.temperature ? { temperature: 0 } : {}),
    ...(dialect.seed ? { seed: request.seed } : {}),
    ...(wantsProbabilities ? { logprobs: true, top_logprobs: 20 } : {}),
    ...responseFormat(request, dialect),
  };
}

/** The provider's own words about a failure: one line, at most 300 letters. */
export function complaintOf(body: string): string {
  const text = messageIn(body) ?? body;
  const [line = ""] = text.trim().split("\n");
  return line.slice(0, 300);
}

function messageIn(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = field(parsed, "error");
    const message = field(error, "message") ?? field(parsed, "message") ?? error;
    return typeof message === "string" ? message : null;
  } catch {
    return null;
  }
}
