// What may be wrong with a submission, every problem with its place; and what an operator should look at.
import type { SubmissionFinding } from "@agon/contract";
import type { ModelEntry } from "../event.ts";
import type { ArenaState } from "../state.ts";
import type { PendingOutput } from "../submission-event.ts";
import { hasEnded } from "../submission-state.ts";
import { pairStride } from "../tally.ts";
import { findPrompt, nameIndex } from "./catalogue.ts";

/** An output of a submission's body. */
export interface SubmittedRow {
  /** Slug, or the prompt's text. */
  readonly prompt: string;
  readonly promptHash: string;
  readonly score: number | null;
  /** Null while its file is to be fetched. */
  readonly hash: string | null;
  /** Length of its text; 0 for a file. */
  readonly chars: number;
  /** The name of its maker that stands in it. */
  readonly names: string | null;
}

interface Submitter {
  /** Who sent it: `endpoint:...` or `key:...`. */
  readonly submitter: string;
  /** May change models of others: an operator's key. */
  readonly trusted: boolean;
  /** What was found wrong before: addresses that may not be called. */
  readonly errors?: readonly SubmissionFinding[];
}

export type SubmissionWish = Submitter & { readonly id: string } & (
    | {
        readonly about: "model";
        readonly model: ModelEntry;
        readonly description: string | null;
        /** Null: the platform generates an output for every prompt. */
        readonly rows: readonly SubmittedRow[] | null;
        /** Milliseconds since 1970. */
        readonly embargoUntil: number | null;
      }
    | { readonly about: "outputs"; readonly model: string; readonly rows: readonly SubmittedRow[] }
    | { readonly about: "withdrawal"; readonly model: string; readonly reason: string | null }
  );

export interface Checked {
  readonly errors: readonly SubmissionFinding[];
  readonly flags: readonly SubmissionFinding[];
  readonly outputs: readonly PendingOutput[];
}

/** Findings named in an answer; a body of ten thousand wrong rows is not read by anybody. */
const namedFindings = 100;
/** Shorter answers ("B", "42") are the same for many models. */
const shortestCopy = 16;
const longestEmbargoMs = 366 * 86_400_000;

/** `now` in milliseconds since 1970. */
export function checkSubmission(state: ArenaState, wish: SubmissionWish, now: number): Checked {
  if (wish.about === "withdrawal") return { errors: withdrawalErrors(state, wish), flags: [], outputs: [] };
  const placed = wish.rows === null ? generated(state) : placeRows(state, wish, wish.rows);
  const errors = [
    ...(wish.errors ?? []),
    ...(wish.about === "model" ? newModelErrors(state, wish, now) : knownModelErrors(state, wish)),
    ...placed.errors,
    ...(wish.about === "model" && wish.rows !== null ? missingPrompts(state, placed.outputs) : []),
    ...(wish.about === "model" ? missingScores(state, placed.outputs) : []),
  ];
  return { ...placed, errors: errors.slice(0, namedFindings), flags: placed.flags.slice(0, namedFindings) };
}

function newModelErrors(
  state: ArenaState,
  { model, embargoUntil }: Extract<SubmissionWish, { about: "model" }>,
  now: number,
): SubmissionFinding[] {
  const errors: SubmissionFinding[] = [];
  const waiting = state.submissions.some(
    (one) => one.about === "model" && one.slug === model.slug && !hasEnded(one),
  );
  if (waiting || state.models.some(({ slug }) => slug === model.slug)) {
    const detail = `there is a model "${model.slug}"; choose another slug`;
    errors.push({ pointer: "/data/model/slug", code: "model_exists", detail });
  }
  if (state.models.length >= pairStride)
    errors.push({ pointer: "/data/model", code: "arena_full", detail: "the arena holds no more models" });
  if (state.prompts.length === 0)
    errors.push({ pointer: "/data/arena", code: "prompt_missing", detail: "the arena has no prompts yet" });
  if (embargoUntil !== null && embargoUntil > now + longestEmbargoMs)
    errors.push({
      pointer: "/data/embargo_until",
      code: "embargo_too_long",
      detail: "is more than a year ahead",
    });
  return errors;
}

/** The model an event names must be there, be active and be the submitter's. */
function knownModelErrors(
  state: ArenaState,
  wish: Submitter & { readonly model: string },
): SubmissionFinding[] {
  const model = state.models.find(({ slug }) => slug === wish.model);
  const at = { pointer: "/data/model" };
  if (model === undefined)
    return [{ ...at, code: "model_unknown", detail: `there is no model "${wish.model}"` }];
  if (!wish.trusted && model.submitter !== wish.submitter)
    return [{ ...at, code: "model_foreign", detail: `"${wish.model}" was submitted by somebody else` }];
  if (model.status === "withdrawn")
    return [{ ...at, code: "model_withdrawn", detail: `"${wish.model}" was withdrawn` }];
  return [];
}

/** A model that waits can be withdrawn, too, and a withdrawn one again. */
function withdrawalErrors(
  state: ArenaState,
  wish: Submitter & { readonly model: string },
): SubmissionFinding[] {
  const own = state.submissions.some(
    ({ about, slug, submitter }) =>
      about === "model" && slug === wish.model && (wish.trusted || submitter === wish.submitter),
  );
  return own ? [] : knownModelErrors(state, wish).filter(({ code }) => code !== "model_withdrawn");
}

const generated = (state: ArenaState): Checked => ({
  errors: [],
  flags: [],
  outputs: state.prompts.map((_, prompt) => ({ prompt, score: null, hash: null, at: null })),
});

function placeRows(
  state: ArenaState,
  wish: Extract<SubmissionWish, { about: "model" | "outputs" }>,
  rows: readonly SubmittedRow[],
): Checked {
  const names = nameIndex(state);
  const own = wish.about === "outputs" ? names.models.get(wish.model) : undefined;
  const errors: SubmissionFinding[] = [];
  const flags: SubmissionFinding[] = [];
  const outputs: PendingOutput[] = [];
  const seen = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const place = `/data/outputs/${at}`;
    const prompt = findPrompt(names, row.prompt, row.promptHash);
    if (prompt === undefined) {
      const named = row.prompt.length > 60 ? `${row.prompt.slice(0, 60)}…` : row.prompt;
      errors.push({
        pointer: `${place}/prompt`,
        code: "prompt_unknown",
        detail: `there is no prompt "${named}"`,
      });
      continue;
    }
    if (seen.has(prompt)) {
      const detail = "this prompt has an output further up";
      errors.push({ pointer: `${place}/prompt`, code: "output_duplicate", detail });
      continue;
    }
    seen.add(prompt);
    const old = own === undefined ? undefined : state.prompts[prompt]?.outputs.get(own);
    if (old !== undefined && !old.takenDown && old.hash === row.hash && old.score === row.score) continue;
    if (old !== undefined) {
      const detail = old.takenDown
        ? "the model's output for this prompt was taken down by the operator"
        : "the model has another output for this prompt; stored outputs are never changed";
      errors.push({ pointer: `${place}/content`, code: "output_exists", detail });
      continue;
    }
    outputs.push({ prompt, score: row.score, hash: row.hash, at });
    flags.push(...outputFlags(state, { ...row, prompt, own: own ?? null, pointer: `${place}/content` }));
  }
  return { errors, flags, outputs };
}

export interface SeenOutput {
  readonly prompt: number;
  readonly hash: string | null;
  readonly chars: number;
  readonly names: string | null;
  /** Number of the model it belongs to, when it has one. */
  readonly own: number | null;
  readonly pointer: string;
}

/** What an operator should know of an output before people see it. */
export function outputFlags(state: ArenaState, output: SeenOutput): SubmissionFinding[] {
  const { pointer, names, hash, chars, own } = output;
  const flags: SubmissionFinding[] = [];
  if (names !== null)
    flags.push({ pointer, code: "identity_leak", detail: `names its maker: "${names.slice(0, 80)}"` });
  if (hash === null || chars < shortestCopy) return flags;
  for (const [model, other] of state.prompts[output.prompt]?.outputs ?? []) {
    if (other.hash !== hash || model === own) continue;
    const detail = `is byte for byte the output of "${state.models[model]?.slug}" for this prompt`;
    flags.push({ pointer, code: "output_copied", detail });
    break;
  }
  return flags;
}

/** A model that chose its prompts would choose its opponents, too. */
function missingPrompts(state: ArenaState, outputs: readonly PendingOutput[]): SubmissionFinding[] {
  const answered = new Set(outputs.map(({ prompt }) => prompt));
  return state.prompts.flatMap(({ slug }, prompt) =>
    answered.has(prompt)
      ? []
      : [
          {
            pointer: "/data/outputs",
            code: "prompt_missing",
            detail: `has no output for the prompt "${slug}"`,
          },
        ],
  );
}

function missingScores(state: ArenaState, outputs: readonly PendingOutput[]): SubmissionFinding[] {
  if (state.settings?.placement_judge !== "score") return [];
  return outputs.flatMap(({ at, score }) =>
    score !== null
      ? []
      : [
          {
            pointer: at === null ? "/data/endpoint" : `/data/outputs/${at}/score`,
            code: "score_missing",
            detail: "this arena places models by the score of their outputs",
          },
        ],
  );
}
