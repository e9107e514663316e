// A small server that speaks the OpenAI protocol over a real socket and judges by a script, with the faults real ones have.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "@agon/rating";
import { type Leaning, opinionOf } from "./opinion.ts";
import { type ReadQuestion, readQuestion } from "./reading.ts";

export const faults = [
  "slow",
  "cut-off",
  "rate-limit",
  "error",
  "invalid-json",
  "refusal",
  "wrong-label",
  "streamed",
  "prose",
] as const;
type Fault = (typeof faults)[number];

export interface MockSettings extends Partial<Leaning> {
  readonly port?: number;
  readonly latencyMs?: number;
  /** The one key it takes; without it none is asked for. */
  readonly key?: string;
  /** The one model it has; without it every name is one. */
  readonly model?: string;
  /** Tokens it reads at most. */
  readonly contextTokens?: number;
  /** It knows no `response_format`. */
  readonly isPlain?: boolean;
  /** Answers a web page, whatever is asked. */
  readonly isWebsite?: boolean;
  /** Faults and the share of calls they befall, by lot. */
  readonly faults?: Partial<Readonly<Record<Fault, number>>>;
  /** Dies after so many answers: the connection is dropped. */
  readonly diesAfter?: number;
}

export interface MockJudge {
  readonly url: string;
  readonly port: number;
  /** Calls that arrived at the chat endpoint, refused ones too. */
  readonly calls: () => number;
  /** Verdicts that were billed. */
  readonly answers: () => number;
  readonly close: () => Promise<void>;
}

interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
  readonly response_format?: unknown;
}

const tokens = (text: string): number => Math.ceil(text.length / 4);

async function bodyOf(request: IncomingMessage): Promise<ChatBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const refuse = (response: ServerResponse, status: number, message: string, code: string): void =>
  send(response, status, { error: { message, type: "invalid_request_error", code } });

function completion(question: ReadQuestion, content: string, refusal: string | null = null): object {
  return {
    id: "mock",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content, refusal }, finish_reason: "stop" }],
    usage: { prompt_tokens: tokens(question.text), completion_tokens: tokens(content) },
  };
}

function stream(response: ServerResponse, question: ReadQuestion, content: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const piece of content.match(/.{1,4}/g) ?? []) {
    response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: piece } }] })}\n\n`);
  }
  const usage = { prompt_tokens: tokens(question.text), completion_tokens: tokens(content) };
  response.write(`data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: "stop" }], usage })}\n\n`);
  response.end("data: [DONE]\n\n");
}

/** Starts it on 127.0.0.1; port 0 (the default) takes a free one. */
export async function startMockJudge(settings: MockSettings = {}): Promise<MockJudge> {
  const { seed = 0, bias = 0, sharpness = 8, obeys = false, needsParts = false, latencyMs = 0 } = settings;
  const leaning: Leaning = { seed, bias, sharpness, obeys, needsParts, worth: settings.worth };
  const lot = seededRandom(`faults ${seed}`);
  let [calls, answers] = [0, 0];

  const faultOf = (): Fault | null => {
    let drawn = lot();
    for (const fault of faults) {
      drawn -= settings.faults?.[fault] ?? 0;
      if (drawn < 0) return fault;
    }
    return null;
  };

  const isRefused = (
    request: IncomingMessage,
    response: ServerResponse,
    body: ChatBody,
    question: ReadQuestion,
  ) => {
    const { key, model, contextTokens = Number.POSITIVE_INFINITY } = settings;
    if (key !== undefined && request.headers.authorization !== `Bearer ${key}`) {
      refuse(
        response,
        401,
        `Incorrect API key provided: ${request.headers.authorization ?? "none"}`,
        "invalid_api_key",
      );
    } else if (model !== undefined && body.model !== model) {
      refuse(response, 404, `The model '${body.model}' does not exist`, "model_not_found");
    } else if (settings.isPlain && body.response_format !== undefined) {
      refuse(response, 400, "response_format is not supported", "unsupported_parameter");
    } else if (tokens(question.text) > contextTokens) {
      refuse(
        response,
        400,
        `This model's maximum context length is ${contextTokens} tokens`,
        "context_length_exceeded",
      );
    } else return false;
    return true;
  };

  const answer = async (response: ServerResponse, question: ReadQuestion): Promise<void> => {
    const opinion = opinionOf(question, leaning);
    const fault = faultOf();
    if (fault === "rate-limit") {
      return send(response, 429, { error: { message: "Slow down" } }, { "retry-after": "0.2" });
    }
    if (fault === "error") return refuse(response, 500, "The server had an error", "server_error");
    if (fault === "slow") await sleep(latencyMs * 10);
    answers++;
    if (fault === "cut-off") {
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write('{"choices":[{"message":{"content":"{\\"cho');
      return void setImmediate(() => response.destroy());
    }
    if (fault === "streamed") return stream(response, question, opinion);
    if (fault === "refusal") return send(response, 200, completion(question, "", "I cannot help with that."));
    const texts: Partial<Record<Fault, string>> = {
      "invalid-json": `{"choice": ${opinion.slice(11, 13)}`,
      "wrong-label": '{"choice":"C"}',
      prose: `Both have merits, A more than B.\n\nMy verdict is this: ${opinion} as I said.`,
    };
    send(response, 200, completion(question, (fault && texts[fault]) ?? opinion));
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (settings.isWebsite) {
      response.writeHead(200, { "content-type": "text/html" });
      return void response.end("<!doctype html><title>Welcome</title>");
    }
    if (request.url === "/calls") return send(response, 200, { calls, answers });
    if (request.method !== "POST" || !request.url?.endsWith("/chat/completions")) {
      return refuse(response, 404, "Not found", "not_found");
    }
    calls++;
    const body = await bodyOf(request);
    if (settings.diesAfter !== undefined && answers >= settings.diesAfter) return void response.destroy();
    await sleep(latencyMs);
    const question = readQuestion(body.messages);
    if (!isRefused(request, response, body, question)) await answer(response, question);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  const port = await listening(server, settings.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    calls: () => calls,
    answers: () => answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
