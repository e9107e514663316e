// What can happen to a submission: a model on its way into the arena, more outputs of one, or its withdrawal.
import type { SubmissionFinding } from "@agon/contract";
import type { ModelEntry } from "./event.ts";

/** An output on its way. `hash` is null while a file is to be fetched or a text to be generated. */
export interface PendingOutput {
  readonly prompt: number;
  readonly score: number | null;
  readonly hash: string | null;
  /** It cannot be had. */
  readonly failed?: true;
  /** Its place in the body it came in; null for one that the platform generates. */
  readonly at: number | null;
}

interface ReceivedHead {
  /** Unguessable, and the same for every delivery of one webhook id. */
  readonly id: string;
  readonly submitter: string;
}

export type ReceivedSubmission =
  | (ReceivedHead & {
      readonly about: "model";
      readonly model: ModelEntry;
      readonly description: string | null;
      readonly outputs: readonly PendingOutput[];
      readonly flags: readonly SubmissionFinding[];
      /** Milliseconds since 1970. */
      readonly embargoUntil: number | null;
    })
  | (ReceivedHead & {
      readonly about: "outputs";
      /** Slug, known or not. */
      readonly model: string;
      readonly outputs: readonly PendingOutput[];
      readonly flags: readonly SubmissionFinding[];
    })
  | (ReceivedHead & { readonly about: "withdrawal"; readonly model: string });

export type SubmissionLogEvent =
  | { readonly type: "submission.received"; readonly submission: ReceivedSubmission }
  /** An output that was to be fetched or generated has come. */
  | {
      readonly type: "submission.filled";
      readonly id: string;
      readonly prompt: number;
      readonly hash: string;
      readonly flags: readonly SubmissionFinding[];
    }
  | {
      readonly type: "submission.failed";
      readonly id: string;
      readonly prompt: number;
      readonly error: SubmissionFinding;
    }
  | { readonly type: "submission.accepted"; readonly id: string; readonly by: "checks" | "operator" }
  | {
      readonly type: "submission.rejected";
      readonly id: string;
      readonly errors: readonly SubmissionFinding[];
      readonly reason: string | null;
    }
  /** Its models and outputs stand in the arena: the entries before this one brought them. */
  | { readonly type: "model.activated"; readonly id: string; readonly model: number }
  /** `placement`: the tournament that places the model; null when there is nobody to be compared with. */
  | { readonly type: "model.placed"; readonly id: string; readonly placement: number | null }
  | { readonly type: "submission.withdrawn"; readonly id: string; readonly reason: string | null }
  /** The model takes part in nothing from here on; its verdicts stay. */
  | { readonly type: "model.withdrawn"; readonly model: number; readonly reason: string | null };
