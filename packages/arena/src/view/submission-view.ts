import type { OperatedSubmission, Submission } from "@agon/contract";
import type { ArenaState } from "../state.ts";
import type { SubmissionState } from "../submission-state.ts";
import { tournamentId } from "./tournament-view.ts";

const types = {
  model: "model.submitted",
  outputs: "model.outputs.added",
  withdrawal: "model.withdrawn",
} as const;

/** A submission as its submitter sees it. */
export function submissionView(arena: string, submission: SubmissionState): Submission {
  const { status, slug, name, placement, embargoUntil } = submission;
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    id: submission.id,
    arena,
    type: types[submission.about],
    status,
    model: { slug, name },
    url: submission.model === null ? null : `/a/${arena}/m/${slug}`,
    progress: { outputs: submission.outputsTotal, done: submission.outputsDone },
    errors: [...submission.errors],
    flags: [...submission.flags],
    reason: submission.reason,
    embargo_until: embargoUntil === null ? null : iso(embargoUntil),
    placement: typeof placement === "number" ? tournamentId(arena, placement) : null,
    submitted_at: iso(submission.receivedAt),
    updated_at: iso(submission.changedAt),
  };
}

/** Newest first, as the operator sees them. */
export const operatedSubmissions = (arena: string, state: ArenaState): OperatedSubmission[] =>
  state.submissions.map((one) => ({ ...submissionView(arena, one), submitter: one.submitter })).reverse();
