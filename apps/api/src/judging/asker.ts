// The way from a judge on the edge to its model: answers that were paid for come from D1, calls go through the gate of
// the provider and the one safe way out.
import type { LlmDefinition } from "@agon/contract";
import { countCalls, database, findAnswer, type JudgeTotals, keepAnswer } from "@agon/db";
import {
  type AnswerStore,
  type Asker,
  type Chat,
  createAsker,
  failureOf,
  type Http,
  openAiChat,
  retried,
  type StoredAnswer,
  workersAiChat,
} from "@agon/judge";
import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import { callOut } from "../outgoing/call.ts";
import { outgoingOf } from "../outgoing/outgoing.ts";
import type { JudgeMessage } from "./message.ts";
import { namedSecret } from "./secrets.ts";

const timeoutMs = 60_000;
const answerBytes = 1_048_576;
/** An answer that asks to wait longer than this gives the battle back instead of holding the consumer. */
const longestWaitMs = 20_000;

/** Puts the questions of a battle to the model of a definition. */
export function askerFor(env: Bindings, message: JudgeMessage, definition: LlmDefinition): Asker {
  const { base_url: baseUrl, model, price, options, slug } = definition;
  const ledger = ledgerOf(env, message, slug);
  const chat = retried(counted(gated(env, definition, chatOf(env, definition)), ledger), surroundings, {
    longestWaitMs,
  });
  const asker = createAsker({
    judge: `${baseUrl} ${model}`,
    chat,
    price: price && { inputPerMillion: price.input, outputPerMillion: price.output },
    random: secureRandom,
    store: answersIn(env, ledger),
    maxTokens: options.max_output_tokens,
  });
  return {
    judge: asker.judge,
    async ask(protocol, question) {
      const reply = await asker.ask(protocol, question);
      if (reply.status === "invalid" && reply.spend.cached === 0) await ledger.add({ invalid: 1 });
      return reply;
    },
  };
}

const surroundings = {
  now: () => Date.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

/** Fences must not be guessed by whoever wrote an output. */
function secureRandom(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word / 2 ** 32;
}

interface Ledger {
  readonly row: (counts: Partial<JudgeTotals>) => JudgeTotals;
  readonly add: (counts: Partial<JudgeTotals>) => Promise<void>;
}

function ledgerOf(env: Bindings, { arena, judge: payer }: JudgeMessage, judge: string): Ledger {
  const none = { calls: 0, failures: 0, invalid: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 };
  const row = (counts: Partial<JudgeTotals>) => ({ ...none, ...counts, arenaId: arena, payer, judge });
  return { row, add: (counts) => countCalls(database(env.DB), row(counts)) };
}

/** Answers in D1, each written together with what it cost. */
function answersIn(env: Bindings, { row }: Ledger): AnswerStore {
  const db = database(env.DB);
  return {
    async get(key) {
      const text = await findAnswer(db, key);
      return text === null ? null : (JSON.parse(text) as StoredAnswer);
    },
    put(key, answer) {
      const { calls, inputTokens, outputTokens, usd } = answer;
      const kept = { key, answer: JSON.stringify(answer), at: Date.now() };
      return keepAnswer(db, kept, row({ calls, inputTokens, outputTokens, costUsd: usd ?? 0 }));
    },
  };
}

/** Counts calls that failed; those that were answered are counted with their answer. */
const counted =
  (chat: Chat, { add }: Ledger): Chat =>
  async (request) => {
    const reply = await chat(request);
    // A circuit that is open made no call.
    if (!reply.ok && reply.failure.code !== "circuit_open") await add({ calls: 1, failures: 1 });
    return reply;
  };

function chatOf(env: Bindings, { base_url: baseUrl, model, key_secret: name }: LlmDefinition): Chat {
  if (baseUrl === "workers-ai") {
    const { AI } = env;
    if (AI === undefined) return async () => missing("The deployment has no Workers AI binding named AI");
    return workersAiChat({ run: (...[named, input]) => AI.run(named, input) }, model);
  }
  const key = name === null ? null : namedSecret(env, name);
  if (name !== null && key === null)
    return async () =>
      missing(`The deployment holds no secret "${name}"; npx wrangler secret put ${name} sets it`);
  return openAiChat({ baseUrl, model, key, http: safeHttp(env), timeoutMs });
}

const missing = (detail: string) => ({ ok: false, failure: failureOf("key_missing", detail) }) as const;

/** `fetch` through the one safe way out. A failure is thrown, by the name that a fetch would give it. */
const safeHttp =
  (env: Bindings): Http =>
  async (url, init) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === "string" ? { body: init.body } : {};
    const call = { url, method: "POST", headers, ...body, timeoutMs, limitBytes: answerBytes } as const;
    const answer = await callOut(call, outgoingOf(env));
    if (!answer.ok) throw outgoingError(answer.error.code, answer.error.detail);
    const { status, headers: answered, body: bytes } = answer.value;
    return new Response(status === 204 || status === 304 ? null : bytes, { status, headers: answered });
  };

function outgoingError(code: string, detail: string): Error {
  const error = new Error(detail);
  error.name = code === "timed_out" ? "TimeoutError" : "OutgoingError";
  return error;
}

/** Waits for room at the provider; a provider in trouble is not called. */
const gated =
  (
    env: Bindings,
    { base_url: baseUrl, key_secret: name, max_concurrency: most }: LlmDefinition,
    chat: Chat,
  ): Chat =>
  async (request) => {
    const gate = env.PROVIDER.getByName((await sha256Hex(`${baseUrl} ${name ?? ""}`)).slice(0, 32));
    const entry = await gate.enter(most);
    if (entry.status === "wait") {
      const detail =
        entry.reason === "busy"
          ? "The provider has no room now"
          : "Half of the last calls to the provider failed; it is left alone for a while";
      return { ok: false, failure: failureOf("circuit_open", detail, entry.afterMs) };
    }
    let good = false;
    try {
      const reply = await chat(request);
      good = reply.ok || !trouble.has(reply.failure.code);
      return reply;
    } finally {
      await gate.leave(entry.ticket, good);
    }
  };

/** What speaks of a provider in trouble; being asked to slow down does not. */
const trouble: ReadonlySet<string> = new Set(["provider_error", "timeout", "unreachable", "cut_off"]);
