// The answer of `POST /chat/completions`, whole or streamed.
import { failureOf } from "../failure.ts";
import { field } from "../protocol/read-text.ts";
import type { ChatReply, TokenProbability } from "./chat.ts";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const count = (value: unknown): number | null =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Some endpoints send the content in parts. */
function contentOf(value: unknown): string | null {
  if (!Array.isArray(value)) return text(value);
  return value.map((part) => text(field(part, "text")) ?? "").join("");
}

function firstTokenOf(choice: unknown): TokenProbability[] | null {
  const [first] = itemsOf(field(field(choice, "logprobs"), "content"));
  const top = itemsOf(field(first, "top_logprobs")).flatMap((entry) => {
    const [token, logprob] = [text(field(entry, "token")), field(entry, "logprob")];
    return token !== null && typeof logprob === "number" ? [{ token, logprob }] : [];
  });
  return top.length === 0 ? null : top;
}

function usageOf(body: unknown): {
  usage: { inputTokens: number; outputTokens: number } | null;
  billedUsd: number | null;
} {
  const usage = field(body, "usage");
  const [inputTokens, outputTokens] = [
    count(field(usage, "prompt_tokens")),
    count(field(usage, "completion_tokens")),
  ];
  return {
    usage: inputTokens === null || outputTokens === null ? null : { inputTokens, outputTokens },
    billedUsd: count(field(usage, "cost")),
  };
}

const notAnApi = (): ChatReply => ({
  ok: false,
  failure: failureOf("not_an_api", "The address answers something that is no chat completion"),
});

/** A reply from the parsed body. */
export function replyOf(body: unknown): ChatReply {
  const [choice] = itemsOf(field(body, "choices"));
  const message = field(choice, "message");
  if (message === undefined) return notAnApi();
  const refusal = text(field(message, "refusal"));
  return {
    ok: true,
    text: contentOf(field(message, "content")) ?? "",
    refused: (refusal !== null && refusal !== "") || field(choice, "finish_reason") === "content_filter",
    firstToken: firstTokenOf(choice),
    ...usageOf(body),
  };
}

const cutOff = (): ChatReply => ({
  ok: false,
  failure: failureOf("cut_off", "The answer stopped before its end"),
});

/** A reply from server-sent events, for endpoints that stream whatever they are asked. */
function streamedReplyOf(stream: string): ChatReply {
  const events = stream
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith("data:") ? [line.slice(5).trim()] : []));
  let [content, isOver] = ["", false];
  let [usage, billedUsd]: [ReturnType<typeof usageOf>["usage"], number | null] = [null, null];
  for (const data of events) {
    if (data === "[DONE]") {
      isOver = true;
      continue;
    }
    let chunk: unknown;
    try {
      chunk = JSON.parse(data);
    } catch {
      return cutOff();
    }
    const [choice] = itemsOf(field(chunk, "choices"));
    content += text(field(field(choice, "delta"), "content")) ?? "";
    if (text(field(choice, "finish_reason")) !== null) isOver = true;
    const told = usageOf(chunk);
    if (told.usage !== null) ({ usage, billedUsd } = told);
  }
  if (!isOver) return cutOff();
  return { ok: true, text: content, refused: false, firstToken: null, usage, billedUsd };
}

/** A reply from the body of a successful response. */
export function readReply(contentType: string, body: string): ChatReply {
  if (contentType.includes("text/event-stream")) return streamedReplyOf(body);
  if (contentType.includes("html") || body.trimStart().startsWith("<")) return notAnApi();
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return cutOff();
  }
  return replyOf(parsed);
}
