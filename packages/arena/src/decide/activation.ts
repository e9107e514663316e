// A submission that is accepted enters the arena: its model and outputs, as if an operator had brought them.
import type { SubmissionFinding } from "@agon/contract";
import type { ModelEntry, OutputEntry } from "../event.ts";
import type { ArenaState } from "../state.ts";
import type { PendingOutput } from "../submission-event.ts";
import { outputEvents } from "./catalogue.ts";
import type { Draft } from "./decision.ts";

/** A complete submission, received or about to be. */
export interface Candidate {
  readonly id: string;
  /** Null: its outputs belong to a model that is there. */
  readonly entry: ModelEntry | null;
  readonly slug: string;
  readonly description: string | null;
  readonly outputs: readonly PendingOutput[];
}

/** What the shell stores beside the log. */
export interface Activation {
  readonly id: string;
  readonly model: number;
  readonly entry: ModelEntry | null;
  readonly description: string | null;
}

export interface Activated {
  readonly drafts: readonly Draft[];
  /** Null: something took its place since it came, and it was rejected. */
  readonly activation: Activation | null;
}

export function activate(state: ArenaState, candidate: Candidate): Activated {
  const { id, entry, slug, description } = candidate;
  const known = state.models.findIndex((model) => model.slug === slug);
  const taken = entry === null ? outputsTaken(state, known, candidate.outputs) : slugTaken(slug, known);
  if (taken.length > 0) {
    const event = { type: "submission.rejected", id, errors: taken, reason: null } as const;
    return { drafts: [{ event }], activation: null };
  }
  const model = entry === null ? known : state.models.length;
  const outputs = candidate.outputs.map(
    ({ prompt, score, hash }): OutputEntry => ({ model, prompt, score, hash: hash ?? "" }),
  );
  const drafts: Draft[] = [
    ...(entry === null ? [] : [{ event: { type: "models.added", models: [entry] } as const }]),
    ...outputEvents(outputs),
    { event: { type: "model.activated", id, model } },
  ];
  return { drafts, activation: { id, model, entry, description } };
}

const slugTaken = (slug: string, known: number): SubmissionFinding[] =>
  known < 0
    ? []
    : [
        {
          pointer: "/data/model/slug",
          code: "model_exists",
          detail: `there is a model "${slug}" by now; choose another slug`,
        },
      ];

function outputsTaken(
  state: ArenaState,
  model: number,
  outputs: readonly PendingOutput[],
): SubmissionFinding[] {
  if (state.models[model]?.status !== "active")
    return [{ pointer: "/data/model", code: "model_withdrawn", detail: "the model is not there any more" }];
  return outputs.flatMap(({ prompt, at }) =>
    state.prompts[prompt]?.outputs.has(model)
      ? [{ pointer: `/data/outputs/${at}`, code: "output_exists", detail: "the prompt has an output by now" }]
      : [],
  );
}
