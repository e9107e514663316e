import type { SubmissionFinding, SubmissionStatus } from "@agon/contract";
import type { ModelEntry } from "./event.ts";
import type { PendingOutput } from "./submission-event.ts";

export interface SubmissionState {
  readonly id: string;
  readonly submitter: string;
  readonly about: "model" | "outputs" | "withdrawal";
  readonly status: SubmissionStatus;
  readonly slug: string;
  readonly name: string;
  /** The model it brings; null for one that is there already, and after it has come or gone. */
  readonly entry: ModelEntry | null;
  readonly description: string | null;
  /** Number of the model in the arena, once it has one. */
  readonly model: number | null;
  /** Kept until they stand in the arena or the submission has ended. */
  readonly outputs: readonly PendingOutput[];
  readonly outputsTotal: number;
  readonly outputsDone: number;
  readonly errors: readonly SubmissionFinding[];
  readonly flags: readonly SubmissionFinding[];
  readonly reason: string | null;
  readonly embargoUntil: number | null;
  /** Tournament; null = none needed, undefined = not looked at yet. */
  readonly placement?: number | null;
  readonly receivedAt: number;
  readonly changedAt: number;
}

export const hasEnded = ({ status }: SubmissionState): boolean =>
  status === "rejected" || status === "active" || status === "withdrawn";

export const isComplete = ({ outputs }: Pick<SubmissionState, "outputs">): boolean =>
  outputs.every(({ hash, failed }) => hash !== null || failed === true);
