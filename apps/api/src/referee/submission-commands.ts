// Commands of submissions: the arena's decision, and the outputs that wait beside the log for their model.
import {
  type ArrivedOutput,
  decideArrival,
  decidePlacement,
  decideRelease,
  decideSubmission,
  decideSubmissionRuling,
  hasEnded,
  type PendingOutput,
  type SubmissionAnswer,
  type SubmissionWish,
  submissionView,
} from "@agon/arena";
import { ok, type Submission } from "@agon/contract";
import type { Command } from "./group-commit.ts";
import { jsonChunks } from "./log-store.ts";

/** The content of an output, or where it is to be had. */
export interface SubmittedContent {
  readonly content: string | null;
  readonly source: OutputSource | null;
}

export type OutputSource =
  | { readonly kind: "media"; readonly url: string }
  | { readonly kind: "generate"; readonly url: string; readonly model: string };

/** An output that came later, with what is stored of it. */
export interface ArrivedContent {
  readonly content: string | null;
  readonly mediaUrl: string | null;
}

export interface SubmissionPlace {
  readonly db: D1Database;
  readonly id: number;
  readonly slug: string;
}

const insertOutputs = `INSERT INTO submission_outputs (arena_id, submission, prompt, content, score, hash, source)
  SELECT ?2, ?3, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?1)`;

const insertModel = `INSERT INTO models (arena_id, model, slug, name, organization, license, url, family, description)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`;

const moveOutputs = `INSERT INTO outputs (arena_id, model, prompt, content, media_url, score, hash)
  SELECT arena_id, ?3, prompt, content, media_url, score, hash FROM submission_outputs
  WHERE arena_id = ?1 AND submission = ?2`;

/**
 * Takes a submission, once: the same id gets the same text again. `contents` stand in the order of the body's outputs;
 * `generated` is the source of every output where the platform makes them.
 */
export function receiveCommand(
  place: SubmissionPlace,
  wish: SubmissionWish,
  contents: readonly SubmittedContent[],
  generated: OutputSource | null,
  quota: number | null,
): Command<string> {
  let stored: D1PreparedStatement[] = [];
  return {
    ballots: [wish.id],
    answerText: (text) => text,
    decide(state, { now, spent }) {
      stored = [];
      const before = spent.get(wish.id)?.answer;
      if (typeof before === "string") return ok({ drafts: [], answer: () => before });
      const decided = decideSubmission(state, wish, { now, quota });
      if (!decided.ok) return decided;
      const { drafts, answer } = decided.value;
      const pending = drafts.flatMap(({ event }) =>
        event.type === "submission.received" && event.submission.about !== "withdrawal"
          ? event.submission.outputs
          : [],
      );
      return ok({
        drafts,
        answer: (after, seqs) => {
          const said = answer(after, seqs);
          const kept =
            said.submission.status === "rejected"
              ? []
              : outputStatements(place, wish.id, pending, contents, generated);
          stored = [...kept, ...endStatements(place, said)];
          return JSON.stringify(submissionView(place.slug, said.submission));
        },
      });
    },
    statements: () => stored,
  };
}

function outputStatements(
  { db, id: arena }: SubmissionPlace,
  id: string,
  pending: readonly PendingOutput[],
  contents: readonly SubmittedContent[],
  generated: OutputSource | null,
): D1PreparedStatement[] {
  const tuples = pending.map(({ prompt, score, hash, at }) => {
    const { content, source } = (at === null ? undefined : contents[at]) ?? {
      content: null,
      source: generated,
    };
    return [prompt, content, score, hash, source === null ? null : JSON.stringify(source)];
  });
  return jsonChunks(tuples).map((chunk) => db.prepare(insertOutputs).bind(chunk, arena, id));
}

/** What an ended submission leaves beside the log: its outputs move to their model, or are dropped. */
function endStatements(
  { db, id: arena }: SubmissionPlace,
  { submission, activation }: SubmissionAnswer,
): D1PreparedStatement[] {
  if (!hasEnded(submission)) return [];
  const entry = activation?.entry;
  return [
    ...(activation && entry
      ? [
          db
            .prepare(insertModel)
            .bind(
              arena,
              activation.model,
              entry.slug,
              entry.name,
              entry.organization,
              entry.license,
              entry.url,
              entry.family,
              activation.description,
            ),
        ]
      : []),
    ...(activation ? [db.prepare(moveOutputs).bind(arena, activation.id, activation.model)] : []),
    db
      .prepare("DELETE FROM submission_outputs WHERE arena_id = ?1 AND submission = ?2")
      .bind(arena, submission.id),
  ];
}

/** A decision about a submission with the statements that its end needs. */
function moving(
  place: SubmissionPlace,
  decide: Command<SubmissionAnswer>["decide"],
  more: readonly D1PreparedStatement[] = [],
): Command<Submission> {
  let stored: D1PreparedStatement[] = [];
  return {
    decide(state, context) {
      stored = [];
      const decided = decide(state, context);
      if (!decided.ok) return decided;
      const { drafts, answer } = decided.value;
      return ok({
        drafts,
        answer: (after, seqs) => {
          const said = answer(after, seqs);
          if (drafts.length > 0) stored = [...more, ...endStatements(place, said)];
          return submissionView(place.slug, said.submission);
        },
      });
    },
    statements: () => stored,
  };
}

export const ruleSubmissionCommand = (
  place: SubmissionPlace,
  id: string,
  ruling: Parameters<typeof decideSubmissionRuling>[2],
): Command<Submission> => moving(place, (state, { now }) => decideSubmissionRuling(state, id, ruling, now));

export const releaseCommand = (place: SubmissionPlace, id: string): Command<Submission> =>
  moving(place, (state, { now }) => decideRelease(state, id, now));

export function arrivalCommand(
  place: SubmissionPlace,
  output: { readonly id: string; readonly prompt: number; readonly arrived: ArrivedOutput },
  { content, mediaUrl }: ArrivedContent,
): Command<Submission> {
  const hash = output.arrived.kind === "filled" ? output.arrived.hash : null;
  const update = place.db
    .prepare(
      `UPDATE submission_outputs SET content = ?4, media_url = ?5, hash = ?6, source = NULL
       WHERE arena_id = ?1 AND submission = ?2 AND prompt = ?3`,
    )
    .bind(place.id, output.id, output.prompt, content, mediaUrl, hash);
  return moving(place, (state, { now }) => decideArrival(state, output, now), [update]);
}

export const placementCommand = (id: string, seed: string): Command<number | null> => ({
  decide: (state) => decidePlacement(state, id, seed),
});
