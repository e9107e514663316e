// The one signature every judge has: a person, a program, a language model, a panel of them.
import type { ProviderFailure } from "./failure.ts";
import type { Spend } from "./spend.ts";

/** What a judge sees of one output. `content` is null for media, `score` is null when none was given. */
export interface JudgeOutput {
  readonly content: string | null;
  readonly score: number | null;
  /** An `https:` or `data:` address, where the output is an image. */
  readonly imageUrl?: string | null;
  /** The family of the model that made it: judges of that family stand aside. */
  readonly family?: string | null;
  /** The content in parts that concatenate to it, set by split and merge. */
  readonly parts?: readonly string[];
  /** What the output says, point by point. */
  readonly concepts?: readonly string[];
}

/** The outputs of one battle, in the order shown. */
export interface JudgedBattle {
  readonly outputs: readonly JudgeOutput[];
}

/** The ground of a judgement. */
export interface JudgedCriterion {
  readonly slug: string;
  readonly instruction: string;
  /** Whether more of it is better (the default) or less. */
  readonly polarity?: "more" | "less";
  /** False keeps the prompt from the judge. */
  readonly showPrompt?: boolean;
}

/** What a judge may know beside the outputs. */
export interface JudgeContext {
  /** The expected answer of the battle's prompt, if it has one. */
  readonly reference: string | null;
  readonly prompt?: string | null;
  /** Default: which output is better overall. */
  readonly criterion?: JudgedCriterion;
  /** Yes/no questions a good output answers with yes. */
  readonly checklist?: readonly string[];
  /** What counts in this kind of task, beside the criterion. */
  readonly scenario?: readonly string[];
  /** Decides every draw of the judge about this battle, such as the order shown; usually the battle's id. */
  readonly seed?: string;
  /** Another number asks the same question anew; default 0. */
  readonly repeat?: number;
}

/** One answer of one judge: the order it saw and what it said about it. */
export interface Look {
  readonly judge: string;
  /** `order[slot]` = place in the battle of the output shown in that slot. */
  readonly order: readonly number[];
  /** Competition ranks by slot; null when no verdict could be read. */
  readonly ranks: readonly number[] | null;
  /** The answer as given (`A++`, `tie`), by slot. */
  readonly choice: string | null;
}

export type VerdictFlag =
  /** The two orders disagree: the tie is the judge's, not the outputs'. */
  | "inconsistent"
  /** The outputs are equal, so nobody was asked. */
  | "identical"
  /** Decided by split and merge. */
  | "aligned"
  /** An output addresses the judge; `injection_{place}` says which, by its place in the battle. */
  | "injection_suspected"
  | `injection_${number}`
  /** The answer had to be asked for a second time in the right form. */
  | "reformatted"
  /** Members of the panel are missing. */
  | "panel_short"
  /** The judge left outputs out of its order; they follow in the order shown. */
  | "completed";

/** What every judgement may tell beside its outcome. */
interface Told {
  readonly spend?: Spend;
  /** Every answer that went into it, in the order asked. */
  readonly looks?: readonly Look[];
  readonly flags?: readonly VerdictFlag[];
}

export interface Decided extends Told {
  readonly status: "decided";
  /** Competition ranks, one per output of the battle: 1 = best, equal = tie. */
  readonly ranks: readonly number[];
  /**
   * Of duels, where the judge has degrees: 1 = the first output is much better, .5 = slightly, 0 = tie, down to -1.
   * The raw outcome: no margin or tie rule has touched it.
   */
  readonly strength?: number;
  /** One per output, where the judge scores them one by one. */
  readonly scores?: readonly number[];
  /** One per output: that it is the best one, as the judge's token probabilities have it; a tie counts half. */
  readonly probabilities?: readonly number[];
  readonly reason?: string;
  /** Panels: share of the members that agree with the verdict. */
  readonly agreement?: number;
}

/**
 * `pending`: the verdict arrives later, by a ballot. `undecidable`: this judge can never decide this battle, and why.
 * `invalid`: it answered and no verdict can be read. `abstained`: it says the criterion does not apply. `failed`: it
 * gave no answer; the same battle may work later when `failure.retryable`. Only `decided` has a winner: nothing else
 * is ever turned into one.
 */
export type Judgement =
  | Decided
  | { readonly status: "pending" }
  | { readonly status: "undecidable"; readonly reason: string }
  | ({ readonly status: "invalid"; readonly reason: string } & Told)
  | ({ readonly status: "abstained" } & Told)
  | ({ readonly status: "failed"; readonly failure: ProviderFailure } & Told);

export type Judge = (battle: JudgedBattle, context: JudgeContext) => Judgement | Promise<Judgement>;

export const undecidable = (reason: string): Judgement => ({ status: "undecidable", reason });

export const overall: JudgedCriterion = {
  slug: "overall",
  instruction: "Which output does better what the task asks for?",
};
