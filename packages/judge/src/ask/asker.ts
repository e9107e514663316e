// Puts a question to a chat model: the ladder from strict JSON down to one request for the right form, the journal of
// answers, the cap on cost.
import type { Chat, ChatMessage, ChatReply, ChatRequest } from "../chat/chat.ts";
import { failureOf, type ProviderFailure } from "../failure.ts";
import { drawMarks, type Marks } from "../prompt/fence.ts";
import { messagesFor, reformatMessages } from "../prompt/messages.ts";
import type { Protocol, Question } from "../protocol/protocol.ts";
import { addSpend, costOf, noSpend, type Price, type Spend } from "../spend.ts";
import { answerKey } from "./answer-key.ts";
import type { AnswerStore, StoredAnswer } from "./answer-store.ts";
import type { Asker, Reply } from "./ask.ts";
import type { Budget } from "./budget.ts";
import { labelProbabilities } from "./probabilities.ts";
import { readAnswer } from "./read-answer.ts";
import { answerTokens, estimateInput, estimateTokens } from "./tokens.ts";

export interface AskerSettings {
  /** Names the model and its endpoint, without a key: part of every answer's key. */
  readonly judge: string;
  readonly chat: Chat;
  readonly price: Price | null;
  /** Where fences come from: a good source of randomness, in [0, 1). */
  readonly random: () => number;
  readonly store?: AnswerStore;
  readonly budget?: Budget;
  readonly seed?: number;
  /** Probability mode: the answer is one number, read with the model's probabilities. */
  readonly logprobs?: boolean;
  readonly maxTokens?: number;
}

type Outcome =
  | { readonly ok: true; readonly answer: StoredAnswer }
  | { readonly ok: false; readonly failure: ProviderFailure; readonly spend: Spend };

const spendOf = ({ calls, inputTokens, outputTokens, usd }: StoredAnswer): Spend => ({
  calls,
  inputTokens,
  outputTokens,
  usd,
  cached: 0,
});

const cachedSpend: Spend = { ...noSpend, cached: 1 };

export function createAsker(settings: AskerSettings): Asker {
  const parameters = {
    seed: settings.seed ?? 0,
    logprobs: settings.logprobs ?? false,
    maxTokens: settings.maxTokens ?? 1024,
  };
  const underWay = new Map<string, Promise<Outcome>>();

  const ask = async <T>(protocol: Protocol<T>, question: Question): Promise<Reply<T>> => {
    const key = await answerKey(settings.judge, protocol, question, parameters);
    const stored = await settings.store?.get(key);
    if (stored) return replyOf(protocol, question, stored, cachedSpend);
    const started = underWay.get(key);
    const outcome = await (started ?? begin(key, protocol, question));
    const spend = started ? cachedSpend : outcome.ok ? spendOf(outcome.answer) : outcome.spend;
    if (!outcome.ok) return { status: "failed", failure: outcome.failure, spend };
    return replyOf(protocol, question, outcome.answer, spend);
  };

  const begin = <T>(key: string, protocol: Protocol<T>, question: Question): Promise<Outcome> => {
    const asked = fetchAnswer(protocol, question)
      .then(async (outcome) => {
        if (outcome.ok) await settings.store?.put(key, outcome.answer);
        return outcome;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };

  const fetchAnswer = async <T>(protocol: Protocol<T>, question: Question): Promise<Outcome> => {
    const marks = drawMarks(question, settings.random);
    const labels = parameters.logprobs ? protocol.labels(question) : null;
    const messages = messagesFor(protocol, question, marks, labels !== null);
    const schema = { name: protocol.name.replaceAll("-", "_"), schema: protocol.schema(question) };
    const { seed, maxTokens } = parameters;
    const shape = labels === null ? { schema, maxTokens } : { logprobs: true, maxTokens: 1 };
    const first = await call({ messages, seed, ...shape });
    if (!first.ok) return first;
    const answer = judged(first.answer, marks, labels);
    if (answer.refused || readAnswer(protocol, question, answer) !== null) return { ok: true, answer };
    return reformat(protocol, question, { messages, seed, schema, maxTokens }, answer, marks);
  };

  const reformat = async <T>(
    protocol: Protocol<T>,
    question: Question,
    request: ChatRequest & { readonly messages: readonly ChatMessage[] },
    before: StoredAnswer,
    marks: Marks,
  ): Promise<Outcome> => {
    const messages = reformatMessages(request.messages, before.text, protocol.answer(question));
    const second = await call({ ...request, messages });
    if (!second.ok) return { ...second, spend: addSpend(spendOf(before), second.spend) };
    const { text, refused } = judged(second.answer, marks, null);
    const { cached: _, ...paid } = addSpend(spendOf(before), spendOf(second.answer));
    return { ok: true, answer: { text, ...(refused ? { refused } : {}), reformatted: true, ...paid } };
  };

  const call = async (
    request: ChatRequest,
  ): Promise<
    | { readonly ok: true; readonly answer: StoredAnswer & { readonly reply: ChatReply & { ok: true } } }
    | { readonly ok: false; readonly failure: ProviderFailure; readonly spend: Spend }
  > => {
    const { budget, price } = settings;
    if (budget && price === null) {
      return { ok: false, failure: failureOf("price_missing", "A cap needs a price"), spend: noSpend };
    }
    const inputTokens = estimateInput(request.messages);
    const estimated = costOf({ inputTokens, outputTokens: answerTokens }, price) ?? 0;
    const reserved = estimated * (budget?.overrun() ?? 1);
    if (budget && !budget.reserve(reserved)) {
      return {
        ok: false,
        failure: failureOf("budget_spent", "The cap on the cost is reached"),
        spend: noSpend,
      };
    }
    const reply = await settings.chat(request);
    if (!reply.ok) {
      budget?.settle(reserved, 0);
      return { ok: false, failure: reply.failure, spend: noSpend };
    }
    const usage = reply.usage ?? { inputTokens, outputTokens: estimateTokens(reply.text) };
    const usd = reply.billedUsd ?? costOf(usage, price);
    budget?.settle(reserved, usd ?? 0);
    const refused = reply.refused ? { refused: true as const } : {};
    return { ok: true, answer: { text: reply.text, ...refused, calls: 1, ...usage, usd, reply } };
  };

  return { judge: settings.judge, ask };
}

/** What is kept of a reply. An answer that holds the canary was written under an output's orders: it is none. */
function judged(
  { reply, ...answer }: StoredAnswer & { readonly reply: ChatReply & { ok: true } },
  { canary }: Marks,
  labels: readonly string[] | null,
): StoredAnswer {
  const refused = answer.refused || answer.text.includes(canary) ? { refused: true as const } : {};
  if (labels === null) return { ...answer, ...refused };
  const probabilities = labelProbabilities(reply.firstToken, labels.length);
  return { ...answer, ...refused, numbered: true, ...(probabilities === null ? {} : { probabilities }) };
}

function replyOf<T>(protocol: Protocol<T>, question: Question, answer: StoredAnswer, spend: Spend): Reply<T> {
  if (answer.refused) return { status: "invalid", reason: "The judge declined to answer", spend };
  const read = readAnswer(protocol, question, answer);
  if (read === null) return { status: "invalid", reason: "No verdict can be read from the answer", spend };
  const { probabilities = null, reformatted = false } = answer;
  return { status: "answered", ...read, probabilities, reformatted, spend };
}
