// How events of submissions change the arena. Like `apply`, this consumes the state it is given.
import type { ArenaState } from "./state.ts";
import type { PendingOutput, ReceivedSubmission, SubmissionLogEvent } from "./submission-event.ts";
import { isComplete, type SubmissionState } from "./submission-state.ts";

/** `at` in milliseconds since 1970. */
export function applySubmission(state: ArenaState, event: SubmissionLogEvent, at: number): ArenaState {
  switch (event.type) {
    case "submission.received":
      return { ...state, submissions: [...state.submissions, received(state, event.submission, at)] };
    case "submission.filled":
      return change(state, event.id, at, (submission) => ({
        ...withOutput(submission, event.prompt, { hash: event.hash }),
        outputsDone: submission.outputsDone + 1,
        flags: [...submission.flags, ...event.flags],
      }));
    case "submission.failed":
      return change(state, event.id, at, (submission) => ({
        ...withOutput(submission, event.prompt, { failed: true }),
        errors: [...submission.errors, event.error],
      }));
    case "submission.accepted":
      return change(state, event.id, at, (submission) => ({ ...submission, status: "accepted" }));
    case "submission.rejected":
      return change(state, event.id, at, (submission) => ({
        ...ended(submission),
        status: "rejected",
        errors: event.errors,
        reason: event.reason,
      }));
    case "model.activated":
      return change(state, event.id, at, (submission) => ({
        ...ended(submission),
        status: "active",
        model: event.model,
      }));
    case "model.placed":
      return change(state, event.id, at, (submission) => ({ ...submission, placement: event.placement }));
    case "submission.withdrawn":
      return change(state, event.id, at, (submission) => ({
        ...ended(submission),
        status: "withdrawn",
        reason: event.reason,
      }));
    case "model.withdrawn":
      return {
        ...state,
        models: state.models.map((model, number) =>
          number === event.model ? { ...model, status: "withdrawn" as const } : model,
        ),
      };
  }
}

/** With the last output, the submission leaves the queue. */
function withOutput(
  submission: SubmissionState,
  prompt: number,
  known: Partial<PendingOutput>,
): SubmissionState {
  const outputs = submission.outputs.map((output) =>
    output.prompt === prompt ? { ...output, ...known } : output,
  );
  return { ...submission, outputs, status: isComplete({ outputs }) ? "validating" : "queued" };
}

/** What an ended submission brought stands elsewhere, or nowhere. */
const ended = (submission: SubmissionState): SubmissionState => ({
  ...submission,
  entry: null,
  description: null,
  outputs: [],
});

function received(state: ArenaState, submission: ReceivedSubmission, at: number): SubmissionState {
  const { id, submitter, about } = submission;
  const outputs = about === "withdrawal" ? [] : submission.outputs;
  const entry = about === "model" ? submission.model : null;
  const slug = about === "model" ? submission.model.slug : submission.model;
  const number = state.models.findIndex((model) => model.slug === slug);
  return {
    id,
    submitter,
    about,
    status: outputs.some(({ hash }) => hash === null) ? "queued" : "validating",
    slug,
    name: entry?.name ?? state.models[number]?.name ?? slug,
    entry,
    description: about === "model" ? submission.description : null,
    model: entry === null && number >= 0 ? number : null,
    outputs,
    outputsTotal: outputs.length,
    outputsDone: outputs.filter(({ hash }) => hash !== null).length,
    errors: [],
    flags: about === "withdrawal" ? [] : submission.flags,
    reason: null,
    embargoUntil: about === "model" ? submission.embargoUntil : null,
    receivedAt: at,
    changedAt: at,
  };
}

function change(
  state: ArenaState,
  id: string,
  at: number,
  changed: (submission: SubmissionState) => SubmissionState,
): ArenaState {
  return {
    ...state,
    submissions: state.submissions.map((submission) =>
      submission.id === id ? { ...changed(submission), changedAt: at } : submission,
    ),
  };
}
