// A language model, or a panel of them, as the judge of a run.
import {
  type AnswerStore,
  type Asker,
  type Budget,
  bothOrders,
  type Chat,
  callLimit,
  circuit,
  createAsker,
  guarded,
  inRandomOrder,
  type Judge,
  llm,
  openAiChat,
  type Price,
  type ProtocolName,
  panel,
  portia,
  retried,
  type Surroundings,
  withChecklist,
  withConcepts,
  withoutIdentical,
} from "@agon/judge";
import { seededRandom, shuffled } from "@agon/rating";

/** What changes the answers; part of a run's identity. */
export interface ModelJudgeOptions {
  readonly models: readonly string[];
  readonly baseUrl: string;
  readonly protocol: ProtocolName;
  readonly bothOrders: boolean;
  readonly portia: boolean;
  readonly checklist: boolean;
  readonly concepts: boolean;
  readonly logprobs: boolean;
  readonly criterion: string | null;
}

/** What does not. */
export interface ModelJudgeMeans {
  readonly key: string | null;
  readonly concurrency: number;
  readonly price: (model: string) => Price | null;
  readonly store: AnswerStore;
  readonly budget: Budget | null;
}

/** The surroundings of a real run. */
const surroundings: Surroundings = {
  now: () => performance.now(),
  wait: (ms) => new Promise((go) => setTimeout(go, ms)),
  random: Math.random,
};

/** Random enough that no text can foresee it. */
const unforeseeable = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;

/** An address without a path is taken as it is; where nothing answers there, `/v1` is tried once. */
function chatAt(baseUrl: string, model: string, key: string | null): Chat {
  const at = (url: string) => openAiChat({ baseUrl: url, model, key, http: fetch });
  const isBare = new URL(baseUrl).pathname === "/";
  let chat = at(baseUrl);
  let isSettled = !isBare;
  return async (request) => {
    const reply = await chat(request);
    if (isSettled || reply.ok || reply.failure.code !== "not_an_api") {
      isSettled ||= reply.ok;
      return reply;
    }
    const versioned = at(`${baseUrl.replace(/\/+$/, "")}/v1`);
    const second = await versioned(request);
    if (second.ok || second.failure.code !== "not_an_api") [chat, isSettled] = [versioned, true];
    return second.ok ? second : isSettled ? second : reply;
  };
}

/** What a single look is decorated with. */
function decorated(asker: Asker, options: ModelJudgeOptions): Judge {
  let judge = llm(asker, options.protocol);
  const isSwapped = options.bothOrders || options.portia;
  judge = isSwapped
    ? bothOrders(judge)
    : inRandomOrder(judge, (size, seed) => shuffled([...Array(size).keys()], seededRandom(`order ${seed}`)));
  if (options.portia) judge = portia(judge);
  if (options.concepts) judge = withConcepts(judge, asker);
  return options.checklist ? withChecklist(judge, asker) : judge;
}

/** Calls share one limit and one circuit: they go to one provider. */
export function modelJudge(options: ModelJudgeOptions, means: ModelJudgeMeans): Judge {
  const limit = callLimit(means.concurrency);
  const breaker = circuit(surroundings.now);
  const members = options.models.map((model): Judge => {
    const chat = limit(retried(breaker(chatAt(options.baseUrl, model, means.key)), surroundings));
    const asker = createAsker({
      judge: `${model} at ${options.baseUrl}`,
      chat,
      price: means.price(model),
      random: unforeseeable,
      store: means.store,
      logprobs: options.logprobs,
      ...(means.budget === null ? {} : { budget: means.budget }),
    });
    return decorated(asker, options);
  });
  const [only] = members;
  const judge =
    only !== undefined && members.length === 1
      ? only
      : panel(members.map((member) => ({ judge: member, family: null })));
  const { criterion } = options;
  const named: Judge =
    criterion === null
      ? judge
      : (battle, context) =>
          judge(battle, { ...context, criterion: { slug: "criterion", instruction: criterion } });
  return guarded(withoutIdentical(named));
}
