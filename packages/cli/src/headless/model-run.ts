// A run that a language model judges: checked before money is spent, journaled while it goes, billed at its end.
import { budgetOf, type Price } from "@agon/judge";
import { InputError } from "../failure.ts";
import { type Estimate, estimateRun } from "./estimate.ts";
import { type ModelJudgeMeans, type ModelJudgeOptions, modelJudge } from "./model-judge.ts";
import type { Plan } from "./plan.ts";
import { type PlayedBattle, playRun, type RunResult } from "./play.ts";
import { listedPrice } from "./prices.ts";
import { openRunFolder } from "./run-folder.ts";

export interface ModelRunSettings {
  readonly judge: ModelJudgeOptions;
  /** Everything that makes it this run and no other. */
  readonly identity: unknown;
  readonly concurrency: number;
  readonly maxCostUsd: number | null;
  readonly price: Price | null;
}

/** The bill of a run, this and earlier invocations together. */
export interface Bill {
  /** Answers in the journal. */
  readonly answers: number;
  /** Calls that were answered, repeats for the right form included. */
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
}

export interface ModelRun {
  readonly estimate: Estimate;
  readonly unpriced: readonly string[];
  /** What the journal holds already. */
  readonly bill: () => Bill;
  readonly play: (onBattle: (battle: PlayedBattle) => void) => Promise<RunResult>;
  readonly close: () => Promise<void>;
}

const isLoopback = (url: string): boolean => /^(localhost|127\.|\[::1\])/.test(new URL(url).host);

function keyFor(baseUrl: string): string | null {
  const key = process.env.OPENAI_API_KEY?.trim() || null;
  if (key === null && !isLoopback(baseUrl)) {
    throw new InputError(`${baseUrl} wants a key and there is none`, "Set OPENAI_API_KEY.");
  }
  return key;
}

/** No call is made for a run that the cap would stop at once, or whose cost cannot be known. */
function checkCap(
  { estimate, unpriced }: Pick<ModelRun, "estimate" | "unpriced">,
  cap: number,
  spent: number,
): void {
  if (unpriced.length > 0) {
    throw new InputError(
      `--max-cost needs a price, and ${unpriced.join(", ")} has none here`,
      "Give --price IN,OUT in US dollars per million tokens.",
    );
  }
  const each = estimate.calls === 0 ? 0 : (estimate.usd ?? 0) / estimate.calls;
  if (spent + each > cap && estimate.calls > 0 && spent === 0) {
    throw new InputError(
      `The cap of $${cap} is below the first call, about $${each.toPrecision(2)}`,
      "Raise --max-cost; --dry-run prints the whole bill.",
    );
  }
}

export async function openModelRun(plan: Plan, settings: ModelRunSettings): Promise<ModelRun> {
  const { judge: options, identity, concurrency, maxCostUsd } = settings;
  const price = (model: string): Price | null => settings.price ?? listedPrice(model);
  const unpriced = options.models.filter((model) => price(model) === null);
  const estimate = await estimateRun(plan, options, price);
  const folder = openRunFolder(identity);
  const { journal } = folder;
  const bill = (): Bill => billOf([...journal.answers()]);
  try {
    const key = keyFor(options.baseUrl);
    const spent = bill().usd ?? 0;
    if (maxCostUsd !== null) checkCap({ estimate, unpriced }, maxCostUsd, spent);
    const budget = maxCostUsd === null ? null : budgetOf(maxCostUsd, spent);
    const means: ModelJudgeMeans = { key, concurrency, price, store: journal, budget };
    const judge = modelJudge(options, means);
    // A battle may ask several questions at a time; the limit on calls holds them all.
    const play: ModelRun["play"] = (onBattle) => playRun(plan, { judge, concurrency, onBattle });
    return { estimate, unpriced, bill, play, close: folder.close };
  } catch (error) {
    await folder.close();
    throw error;
  }
}

function billOf(answers: readonly Omit<Bill, "answers">[]): Bill {
  const sum = (of: (answer: Omit<Bill, "answers">) => number): number =>
    answers.reduce((total, answer) => total + of(answer), 0);
  return {
    answers: answers.length,
    calls: sum(({ calls }) => calls),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    usd: answers.some(({ usd }) => usd === null) ? null : sum(({ usd }) => usd ?? 0),
  };
}
