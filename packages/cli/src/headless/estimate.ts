// The bill before the run: the tournament played with stand-in verdicts, and every question it would ask counted.
import {
  answerTokens,
  costOf,
  drawMarks,
  estimateInput,
  type JudgeContext,
  type JudgeOutput,
  messagesFor,
  type Price,
  protocols,
  questionOf,
} from "@agon/judge";
import { seededRandom } from "@agon/rating";
import type { ModelJudgeOptions } from "./model-judge.ts";
import type { Plan } from "./plan.ts";
import { playRun } from "./play.ts";

export interface Estimate {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where a model has no price. */
  readonly usd: number | null;
}

const marks = seededRandom("estimate");

function tokensOf(
  outputs: readonly JudgeOutput[],
  context: JudgeContext,
  options: ModelJudgeOptions,
): number {
  const question = questionOf(outputs, context);
  const name = outputs.length > 2 ? "listwise" : options.protocol;
  const protocol = protocols[outputs.length === 1 ? "single-1-10" : name];
  return estimateInput(messagesFor(protocol, question, drawMarks(question, marks), options.logprobs));
}

const identity = ({ content, imageUrl }: JudgeOutput): string => JSON.stringify([content, imageUrl ?? null]);

/**
 * The bill follows who goes on, and judges lean to longer texts: one twice as long is taken to win 6 of 10 duels, which
 * lies between a judge that does not care for length and one that cares for nothing else.
 */
function standIn(outputs: readonly JudgeOutput[], seed: string): number[] {
  const random = seededRandom(`stand-in ${seed}`);
  const worth = outputs.map(({ content }) => {
    const gumbel = -Math.log(-Math.log(random() || 0.5));
    return 0.5 * Math.log(Math.max(20, content?.length ?? 0)) + gumbel;
  });
  return worth.map((own) => 1 + worth.filter((other) => other > own).length);
}

/** Counts every answer once, as the journal does. Looks that only a disagreement of orders leads to are left out. */
export async function estimateRun(
  plan: Plan,
  options: ModelJudgeOptions,
  price: (model: string) => Price | null,
): Promise<Estimate> {
  let [calls, inputTokens] = [0, 0];
  const scored = new Set<string>();
  const count = (outputs: readonly JudgeOutput[], context: JudgeContext, times: number): void => {
    calls += times;
    inputTokens += times * tokensOf(outputs, context, options);
  };
  const looks = options.bothOrders || options.portia ? 2 : 1;
  const once = (kind: string, outputs: readonly JudgeOutput[], context: JudgeContext): void => {
    const key = JSON.stringify([kind, context.prompt, outputs.map(identity)]);
    if (scored.has(key)) return;
    scored.add(key);
    count(outputs, context, 1);
  };
  await playRun(plan, {
    judge: ({ outputs }, context) => {
      const asked = {
        ...context,
        ...(options.criterion === null
          ? {}
          : { criterion: { slug: "criterion", instruction: options.criterion } }),
      };
      if (new Set(outputs.map(identity)).size === 1)
        return { status: "decided", ranks: outputs.map(() => 1) };
      if (options.checklist) once("checklist", [], asked);
      if (options.concepts) for (const output of outputs) once("concepts", [output], asked);
      if (options.protocol === "single-1-10") for (const output of outputs) once("score", [output], asked);
      else count(outputs, asked, outputs.length === 2 ? looks : 1);
      return { status: "decided", ranks: standIn(outputs, context.seed ?? "") };
    },
  });
  const outputTokens = calls * answerTokens;
  const bills = options.models.map((model) => costOf({ inputTokens, outputTokens }, price(model)));
  const members = options.models.length;
  return {
    calls: calls * members,
    inputTokens: inputTokens * members,
    outputTokens: outputTokens * members,
    usd: bills.reduce<number | null>((sum, bill) => (sum === null || bill === null ? null : sum + bill), 0),
  };
}
