// What can happen in an arena. The log is a list of these; everything else is derived from it.
// Models and prompts are numbered in the order they came; names live in the events that brought them.
import type { ArenaSettings, JudgeDefinition, JudgeKind, JudgeSpec, NewTournament } from "@agon/contract";
import type { Format, Ruling } from "@agon/tournament";
import type { SubmissionLogEvent } from "./submission-event.ts";

export interface ModelEntry {
  readonly slug: string;
  readonly name: string;
  readonly organization: string | null;
  readonly license: string | null;
  readonly url: string | null;
  readonly family: string | null;
  /** Who submitted it: a webhook endpoint or a key; left out where the operator brought it. */
  readonly submitter?: string;
}

export interface PromptEntry {
  readonly slug: string;
  readonly category: string | null;
  /** Hash of the text, so that an upload may name a prompt by its text. */
  readonly textHash: string;
  readonly hasReference: boolean;
}

export interface OutputEntry {
  readonly model: number;
  readonly prompt: number;
  readonly score: number | null;
  /** Hash of the content: an identical repeat is recognised without storing the content in the log. */
  readonly hash: string;
}

/** Which battle of a tournament a verdict decides. */
export interface BattleRef {
  readonly tournament: number;
  readonly match: string;
  readonly version: number;
  readonly game: number;
  /** Slots in the order of the battle's entrants; left out where they were shown in that order. */
  readonly order?: readonly number[];
}

/** What the calls behind a verdict came to. */
export interface VerdictCost {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null where no price is known. */
  readonly usd: number | null;
}

/** One answer of a model behind a verdict, by slots as that model saw them. */
export interface LoggedLook {
  /** Slug of the judge that was asked. */
  readonly judge: string;
  /** `order[slot]` = place among the verdict's models. */
  readonly order: readonly number[];
  /** Competition ranks by slot; null when no verdict could be read. */
  readonly ranks: readonly number[] | null;
  /** The answer as given, such as `A++`. */
  readonly choice: string | null;
}

/** A member of a panel that gave no verdict, and why. */
export interface Absence {
  readonly judge: string;
  readonly code: string;
}

export interface VerdictEvent {
  readonly type: "verdict";
  readonly criterion: string;
  readonly judge: { readonly kind: JudgeKind; readonly id: string };
  /** Models in the order shown, all on one prompt. */
  readonly models: readonly number[];
  readonly prompt: number;
  /** Competition ranks in the order shown, 1 = best. */
  readonly ranks: readonly number[];
  readonly firstOnly?: true;
  readonly flags?: readonly string[];
  /**
   * How clear a duel was, where the judge has degrees: 1 = the first slot is much better, .5 = slightly, 0 = tie, down
   * to -1; a panel's mean lies between. The raw outcome: no margin or tie rule has touched it.
   */
  readonly strength?: number;
  readonly cost?: VerdictCost;
  /** The answers behind a verdict of language models. */
  readonly looks?: readonly LoggedLook[];
  /** Members of a panel that did not judge. */
  readonly absent?: readonly Absence[];
  readonly battle?: BattleRef;
  /** Came too late for its match: kept, and counted nowhere. */
  readonly late?: true;
  /** When a judge elsewhere gave it (imports), milliseconds since 1970. */
  readonly castAt?: number;
}

export interface TournamentSetup {
  readonly title: string;
  readonly format: Format;
  readonly criterion: string;
  readonly judge: JudgeSpec;
  readonly seed: string;
  readonly paceMs: number;
  /** Models and prompts by number; entrant e is `entrants[e]`. */
  readonly entrants: readonly number[];
  readonly prompts: readonly number[];
  readonly options: NonNullable<NewTournament["options"]>;
  readonly start: boolean;
}

export type ArenaEvent =
  | { readonly type: "arena.configured"; readonly settings: ArenaSettings }
  | { readonly type: "models.added"; readonly models: readonly ModelEntry[] }
  | { readonly type: "prompts.added"; readonly prompts: readonly PromptEntry[] }
  | { readonly type: "outputs.added"; readonly outputs: readonly OutputEntry[] }
  /** An operator took an output down: it is shown to nobody from here on, and its verdicts stay. */
  | {
      readonly type: "output.removed";
      readonly model: number;
      readonly prompt: number;
      readonly reason: string;
    }
  | VerdictEvent
  /** A judge as it is from here on, new or changed. */
  | {
      readonly type: "judge.configured";
      readonly definition: JudgeDefinition;
      readonly status: "active" | "stopped" | "disabled";
    }
  /** Carries the vote it takes back, so that a fold can subtract it without looking it up. */
  | { readonly type: "verdict.withdrawn"; readonly of: number; readonly verdict: VerdictEvent }
  | { readonly type: "tournament.created"; readonly tournament: number; readonly setup: TournamentSetup }
  | {
      readonly type: "tournament.changed";
      readonly tournament: number;
      readonly status?: "running" | "paused" | "cancelled";
      readonly title?: string;
      readonly paceMs?: number;
    }
  | {
      readonly type: "match.corrected";
      readonly tournament: number;
      readonly match: string;
      readonly ruling: Ruling;
      readonly reason: string | null;
    }
  /** Takes an entrant out of a tournament: its open matches are forfeits. */
  | { readonly type: "entrant.withdrawn"; readonly tournament: number; readonly entrant: number }
  | SubmissionLogEvent;

/** An event in its place in the log. */
export interface LogEntry {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: ArenaEvent;
}
