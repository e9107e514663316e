// What can happen in an arena. The log is a list of these; everything else is derived from it.
// Models and prompts are numbered in the order they came; names live in the events that brought them.
import type { ArenaSettings, JudgeKind, JudgeSpec, NewTournament } from "@agon/contract";
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
  | VerdictEvent
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
