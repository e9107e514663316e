// What a run tells: the board, how the judge behaved, what it cost.
import type { Spend } from "@agon/judge";
import { type Board, boardOf } from "../rating/board.ts";
import type { Estimate } from "./estimate.ts";
import { flagCounts, type JudgeFigures, judgeFigures, spendOf } from "./judge-figures.ts";
import type { Bill } from "./model-run.ts";
import type { Plan } from "./plan.ts";
import type { RunResult } from "./play.ts";

export interface RunReport extends Board {
  readonly format: string;
  readonly judge: string;
  readonly seed: number;
  readonly prompts: number;
  readonly matches: number;
  readonly forfeits: number;
  /** False where a cap or a failure ended it before its end. */
  readonly complete: boolean;
  /** Battles without a readable verdict: nobody won them and they are not rated. */
  readonly invalid: number;
  readonly titles: readonly { readonly model: string; readonly titles: number }[];
  readonly flags: Readonly<Record<string, number>>;
  readonly judges: readonly JudgeFigures[];
  /** Of this run, earlier invocations of the same command included; null for rules. */
  readonly cost: {
    readonly calls: number;
    readonly input_tokens: number;
    readonly output_tokens: number;
    readonly usd: number | null;
    /** What this invocation alone asked. */
    readonly calls_now: number;
    readonly usd_now: number | null;
  } | null;
  readonly estimate: { readonly calls: number; readonly tokens: number; readonly usd: number | null } | null;
}

export interface ReportMatter {
  readonly plan: Plan;
  readonly result: RunResult;
  readonly format: string;
  readonly judge: string;
  readonly estimate: Estimate | null;
  readonly bill: Bill | null;
}

function costOf(bill: Bill, now: Spend): RunReport["cost"] {
  return {
    calls: bill.calls,
    input_tokens: bill.inputTokens,
    output_tokens: bill.outputTokens,
    usd: bill.usd,
    calls_now: now.calls,
    usd_now: now.usd,
  };
}

export function reportOf({ plan, result, format, judge, estimate, bill }: ReportMatter): RunReport {
  const { battles, matches, forfeits, rating, titles } = result;
  const invalid = battles.filter(({ judgement }) => judgement.status !== "decided").length;
  const board = boardOf({ votes: battles.length - invalid, names: plan.table.models, rating });
  return {
    format,
    judge,
    seed: plan.seed,
    prompts: plan.prompts.length,
    matches,
    forfeits,
    complete: result.stopped === null,
    invalid,
    titles: plan.table.models.map((model, number) => ({ model, titles: titles[number] ?? 0 })),
    flags: flagCounts(battles),
    judges: judgeFigures(battles),
    cost: bill === null ? null : costOf(bill, spendOf(battles)),
    estimate:
      estimate === null
        ? null
        : { calls: estimate.calls, tokens: estimate.inputTokens + estimate.outputTokens, usd: estimate.usd },
    ...board,
  };
}
