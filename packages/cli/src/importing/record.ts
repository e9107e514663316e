// What every format is turned into. Keys are the source's own names of things ("97", "GPT 4", a prompt's text);
// slugs are given by the catalogue.
import type { JudgeKind } from "@agon/contract";

export interface ModelRecord {
  readonly kind: "model";
  readonly key: string;
  readonly name: string;
  /** The address it had; without one it gets one by its name. */
  readonly slug?: string | undefined;
  readonly organization?: string | undefined;
  readonly license?: string | undefined;
  readonly url?: string | undefined;
  readonly family?: string | undefined;
  readonly description?: string | undefined;
}

export interface PromptRecord {
  readonly kind: "prompt";
  readonly key: string;
  readonly text: string;
  /** The source's own short name. Without one the text itself tells prompts apart. */
  readonly label?: string | undefined;
  readonly category?: string | undefined;
  readonly reference?: string | undefined;
}

export interface OutputRecord {
  readonly kind: "output";
  readonly model: string;
  readonly prompt: string;
  readonly content?: string | undefined;
  readonly mediaUrl?: string | undefined;
  readonly score?: number | undefined;
}

export interface VerdictRecord {
  readonly kind: "verdict";
  readonly id: string;
  readonly models: readonly string[];
  readonly prompt: string;
  readonly ranks: readonly number[];
  /** Only the best is known. */
  readonly firstOnly?: boolean | undefined;
  readonly criterion?: string | undefined;
  readonly judge: { readonly id: string; readonly kind: JudgeKind };
  readonly flags?: readonly string[] | undefined;
  readonly at?: string | undefined;
}

export type ImportRecord = ModelRecord | PromptRecord | OutputRecord | VerdictRecord;

/** Where something stands in the source. Lines count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** What is wrong with one row; `field` is the source's name of the field, empty for the row as a whole. */
export interface Problem extends Place {
  readonly field: string;
  readonly detail: string;
}

/** One row of a source: what it says, or why it says nothing. */
export type SourceRow =
  | { readonly place: Place; readonly records: readonly ImportRecord[] }
  | { readonly place: Place; readonly problem: Problem };
