// Commands that move a submission: it comes, its outputs arrive, an operator rules on it, its embargo ends.
import { fail, ok, type SubmissionFinding } from "@agon/contract";
import type { ArenaState } from "../state.ts";
import type { ReceivedSubmission } from "../submission-event.ts";
import { hasEnded, isComplete, type SubmissionState } from "../submission-state.ts";
import { type Activated, type Activation, activate, type Candidate } from "./activation.ts";
import { checkSubmission, outputFlags, type SubmissionWish } from "./check-submission.ts";
import type { Decided, Draft } from "./decision.ts";
import { withdrawalOf } from "./withdraw-model.ts";

/** How a submission stands after a command, and what is to be stored beside the log. */
export interface SubmissionAnswer {
  readonly submission: SubmissionState;
  readonly activation: Activation | null;
}

const dayMs = 86_400_000;

/** Takes a submission; `quota` is how many its submitter may send a day, null for any number. */
export function decideSubmission(
  state: ArenaState,
  wish: SubmissionWish,
  { now, quota }: { readonly now: number; readonly quota: number | null },
): Decided<SubmissionAnswer> {
  if (state.settings === null) return fail("arena_unknown", "There is no such arena.");
  const spent = state.submissions.filter(
    ({ submitter, receivedAt }) => submitter === wish.submitter && receivedAt > now - dayMs,
  );
  if (quota !== null && spent.length >= quota) {
    const free = (spent.at(-quota)?.receivedAt ?? now) + dayMs;
    const detail = `This submitter has sent ${spent.length} submissions within a day, and ${quota} are allowed.`;
    return fail("submission_quota", detail, { retryAfterS: Math.max(1, Math.ceil((free - now) / 1_000)) });
  }
  const { errors, flags, outputs } = checkSubmission(state, wish, now);
  const received = receivedOf(wish, outputs, flags);
  const first: Draft = { event: { type: "submission.received", submission: received }, ballot: wish.id };
  if (errors.length > 0) return answered([first, rejection(wish.id, errors, null)], wish.id);
  if (received.about === "withdrawal") {
    const reason = wish.about === "withdrawal" ? wish.reason : null;
    return answered([first, ...withdrawalOf(state, received.model, reason, wish.id)], wish.id);
  }
  const embargoUntil = received.about === "model" ? received.embargoUntil : null;
  const next = settle(state, { ...candidateOf(received), flags, errors: [], embargoUntil }, now);
  return answered([first, ...next.drafts], wish.id, next.activation);
}

function receivedOf(
  wish: SubmissionWish,
  outputs: ReturnType<typeof checkSubmission>["outputs"],
  flags: readonly SubmissionFinding[],
): ReceivedSubmission {
  const { id, submitter } = wish;
  if (wish.about === "withdrawal") return { id, submitter, about: "withdrawal", model: wish.model };
  if (wish.about === "outputs") return { id, submitter, about: "outputs", model: wish.model, outputs, flags };
  const { model, description, embargoUntil } = wish;
  return { id, submitter, about: "model", model, description, outputs, flags, embargoUntil };
}

const candidateOf = (received: Exclude<ReceivedSubmission, { about: "withdrawal" }>): Candidate => ({
  id: received.id,
  entry: received.about === "model" ? received.model : null,
  slug: received.about === "model" ? received.model.slug : received.model,
  description: received.about === "model" ? received.description : null,
  outputs: received.outputs,
});

interface Settling extends Candidate {
  readonly flags: readonly SubmissionFinding[];
  readonly errors: readonly SubmissionFinding[];
  readonly embargoUntil: number | null;
}

/** What follows once all outputs are there: flags wait for the operator, an embargo for its end. */
function settle(state: ArenaState, candidate: Settling, now: number): Activated {
  const { id, errors, flags, embargoUntil } = candidate;
  if (!isComplete(candidate)) return nothing;
  if (errors.length > 0) return { drafts: [rejection(id, errors, null)], activation: null };
  if (flags.length > 0) return nothing;
  return accept(state, candidate, embargoUntil, now, "checks");
}

const nothing: Activated = { drafts: [], activation: null };

function accept(
  state: ArenaState,
  candidate: Candidate,
  embargoUntil: number | null,
  now: number,
  by: "checks" | "operator",
): Activated {
  const accepted: Draft = { event: { type: "submission.accepted", id: candidate.id, by } };
  if (embargoUntil !== null && embargoUntil > now) return { drafts: [accepted], activation: null };
  const { drafts, activation } = activate(state, candidate);
  return { drafts: activation === null ? drafts : [accepted, ...drafts], activation };
}

const rejection = (id: string, errors: readonly SubmissionFinding[], reason: string | null): Draft => ({
  event: { type: "submission.rejected", id, errors, reason },
});

function answered(
  drafts: readonly Draft[],
  id: string,
  activation: Activation | null = null,
): Decided<SubmissionAnswer> {
  return ok({
    drafts,
    answer: (after) => {
      const submission = findSubmission(after, id);
      if (submission === undefined) throw new Error(`submission ${id} was decided and is not there`);
      return { submission, activation };
    },
  });
}

export const findSubmission = (state: ArenaState, id: string): SubmissionState | undefined =>
  state.submissions.find((one) => one.id === id);

const unknown = () => fail("submission_unknown", "There is no such submission.");

const settling = (submission: SubmissionState, more: Partial<Settling> = {}): Settling => ({
  id: submission.id,
  entry: submission.entry,
  slug: submission.slug,
  description: submission.description,
  outputs: submission.outputs,
  flags: submission.flags,
  errors: submission.errors,
  embargoUntil: submission.embargoUntil,
  ...more,
});

/** An output as it came: fetched or generated, or why it cannot be had. */
export type ArrivedOutput =
  | {
      readonly kind: "filled";
      readonly hash: string;
      readonly chars: number;
      /** The name of its maker that stands in it. */
      readonly names: string | null;
    }
  | { readonly kind: "failed"; readonly code: string; readonly detail: string };

/** One output of a queued submission; one that is not waited for any more changes nothing. */
export function decideArrival(
  state: ArenaState,
  { id, prompt, arrived }: { readonly id: string; readonly prompt: number; readonly arrived: ArrivedOutput },
  now: number,
): Decided<SubmissionAnswer> {
  const submission = findSubmission(state, id);
  if (submission === undefined) return unknown();
  const output = submission.outputs.find((one) => one.prompt === prompt);
  if (output === undefined || output.hash !== null || output.failed) return answered([], id);
  const generated = output.at === null;
  const pointer = generated ? "/data/endpoint" : `/data/outputs/${output.at}/media_url`;
  if (arrived.kind === "failed") {
    const error: SubmissionFinding = { pointer, code: arrived.code, detail: arrived.detail };
    const failed: Draft = { event: { type: "submission.failed", id, prompt, error } };
    const errors = [...submission.errors, error];
    // An endpoint that does not answer one prompt is not asked all the others.
    if (generated) return answered([failed, rejection(id, errors, null)], id);
    const outputs = submission.outputs.map((one) =>
      one.prompt === prompt ? { ...one, failed: true as const } : one,
    );
    const next = settle(state, settling(submission, { outputs, errors }), now);
    return answered([failed, ...next.drafts], id, next.activation);
  }
  const { hash, chars, names } = arrived;
  const flags = outputFlags(state, { prompt, hash, chars, names, own: submission.model, pointer });
  const outputs = submission.outputs.map((one) => (one.prompt === prompt ? { ...one, hash } : one));
  const filled: Draft = { event: { type: "submission.filled", id, prompt, hash, flags } };
  const all = settling(submission, { outputs, flags: [...submission.flags, ...flags] });
  const next = settle(state, all, now);
  return answered([filled, ...next.drafts], id, next.activation);
}

/** An operator's word on a submission. */
export function decideSubmissionRuling(
  state: ArenaState,
  id: string,
  ruling: { readonly status: "accepted" | "rejected" | "withdrawn"; readonly reason: string | null },
  now: number,
): Decided<SubmissionAnswer> {
  const submission = findSubmission(state, id);
  if (submission === undefined) return unknown();
  const { status } = submission;
  const same = status === ruling.status || (status === "active" && ruling.status === "accepted");
  if (same) return answered([], id);
  const wrongState = () => fail("submission_state", `The submission is ${status}.`);
  if (ruling.status === "accepted") {
    if (status !== "validating") return wrongState();
    const next = accept(state, settling(submission), submission.embargoUntil, now, "operator");
    return answered(next.drafts, id, next.activation);
  }
  if (ruling.status === "rejected")
    return hasEnded(submission) ? wrongState() : answered([rejection(id, [], ruling.reason)], id);
  if (status === "rejected") return wrongState();
  return answered(withdrawalOf(state, submission.slug, ruling.reason, id), id);
}

/** Lets an accepted submission in when its embargo has ended. */
export function decideRelease(state: ArenaState, id: string, now: number): Decided<SubmissionAnswer> {
  const submission = findSubmission(state, id);
  if (submission === undefined) return unknown();
  if (submission.status !== "accepted" || (submission.embargoUntil ?? 0) > now) return answered([], id);
  const next = activate(state, settling(submission));
  return answered(next.drafts, id, next.activation);
}
