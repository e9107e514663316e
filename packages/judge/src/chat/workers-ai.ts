// The `AI` binding of Cloudflare Workers: no key, no address, the same judge.
import { type FailureCode, failureOf } from "../failure.ts";
import { field } from "../protocol/read-text.ts";
import type { Chat, ChatRequest } from "./chat.ts";
import { replyOf } from "./read-reply.ts";

/** The part of the binding that is used. */
export interface WorkersAi {
  readonly run: (model: string, input: Record<string, unknown>) => Promise<unknown>;
}

function inputFor({ messages, schema, maxTokens, seed }: ChatRequest): Record<string, unknown> {
  const format =
    schema === undefined ? {} : { response_format: { type: "json_schema", json_schema: schema.schema } };
  return { messages, max_tokens: maxTokens, temperature: 0, seed, ...format };
}

function codeOf(message: string): FailureCode {
  if (/context|too long|tokens/i.test(message)) return "context_too_long";
  if (/no such model|not found|unknown model/i.test(message)) return "model_unknown";
  if (/rate|capacity|429/i.test(message)) return "rate_limited";
  if (/neurons|quota|4006/i.test(message)) return "quota_exhausted";
  return "provider_error";
}

/** JSON mode hands the object over parsed; elsewhere `response` is the text. */
function textOf(response: unknown): string | null {
  if (response === undefined || response === null) return null;
  return typeof response === "string" ? response : JSON.stringify(response);
}

export function workersAiChat(ai: WorkersAi, model: string): Chat {
  return async (request) => {
    try {
      const answer = await ai.run(model, inputFor(request));
      const text = textOf(field(answer, "response"));
      if (text === null) return replyOf(answer);
      const { usage, billedUsd } = replyUsage(answer);
      return { ok: true, text, refused: false, firstToken: null, usage, billedUsd };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, failure: failureOf(codeOf(message), `Workers AI: ${message.slice(0, 300)}`) };
    }
  };
}

function replyUsage(answer: unknown) {
  const reply = replyOf({ choices: [{ message: { content: "" } }], usage: field(answer, "usage") });
  return reply.ok ? reply : { usage: null, billedUsd: null };
}
