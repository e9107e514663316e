// A protocol is a versioned question: what the judge is told, the shape of its answer, and how that is read.
import type { JsonSchema } from "../chat/chat.ts";
import type { JudgedCriterion } from "../judge.ts";

/** An output as it is put before the judge: one part, or several to be compared part by part. */
export interface ShownOutput {
  readonly parts: readonly string[];
  readonly imageUrl: string | null;
  readonly concepts: readonly string[];
}

/** Everything an answer depends on but the judge: equal questions have equal answers. */
export interface Question {
  readonly criterion: JudgedCriterion;
  readonly prompt: string | null;
  readonly reference: string | null;
  readonly checklist: readonly string[];
  readonly scenario: readonly string[];
  /** In the order shown: A, B, C, ... */
  readonly outputs: readonly ShownOutput[];
  readonly repeat: number;
}

export interface Protocol<T> {
  readonly name: string;
  /** Raised with every change of the wording, the schema or the reading: old answers are then asked for again. */
  readonly version: number;
  /** What the judge has to do, in the system message. */
  readonly task: (question: Question) => string;
  /** The exact answer, as the judge is shown it. */
  readonly answer: (question: Question) => string;
  readonly schema: (question: Question) => JsonSchema;
  /** The answers to choose from, where probabilities can be read; null where the answer is no choice. */
  readonly labels: (question: Question) => readonly string[] | null;
  /** Of parsed JSON; null when it is not an answer. */
  readonly read: (value: unknown, question: Question) => T | null;
  /** Of prose: the last thing that is clearly an answer; null without one. */
  readonly readText: (text: string, question: Question) => T | null;
}

/** What a protocol of judgement reads out of an answer. Ranks are by slot; null = the criterion does not apply. */
export interface Reading {
  readonly ranks: readonly number[] | null;
  readonly choice: string;
  readonly strength?: number;
  readonly score?: number;
  /** The judge's order did not name every output. */
  readonly completed?: true;
}

/** A, B, C, ... */
export const slotLabel = (slot: number): string => String.fromCharCode(65 + slot);
