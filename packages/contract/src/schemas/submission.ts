import { z } from "@hono/zod-openapi";
import { arenaSlug, modelRef, slug, timestamp, webUrl } from "./common.ts";
import { maxContentChars } from "./output.ts";
import { plainName, plainText } from "./plain-name.ts";

/** The model as its submitter describes it; a slug is made of the name when none is given. */
const submittedModel = z.strictObject({
  slug: slug.optional(),
  name: plainName(200),
  organization: plainName(200).optional(),
  license: plainName(200).optional(),
  url: webUrl.optional(),
  description: plainText(4_000).optional(),
  /** Variants of one submitter with the same family never meet each other. */
  family: plainName(200).optional(),
});

/** The prompt by slug or by its text; the output as text or as the address of a file. */
const submittedOutput = z
  .strictObject({
    prompt: z.string().min(1).max(20_000),
    content: z.string().max(maxContentChars).optional(),
    media_url: webUrl.optional(),
    score: z.number().optional(),
  })
  .refine((row) => (row.content === undefined) !== (row.media_url === undefined), {
    message: "give either content or media_url",
    path: ["content"],
  });
export type SubmittedOutput = z.infer<typeof submittedOutput>;

/** An OpenAI-compatible endpoint, called once for every prompt. */
const generationEndpoint = z.strictObject({
  url: webUrl,
  model: z.string().min(1).max(200),
});

const outputs = z.array(submittedOutput).min(1).max(10_000);
const known = z.union([slug, z.strictObject({ slug })]);
const envelope = { timestamp: z.iso.datetime({ offset: true }).optional() };

const newModelData = z
  .strictObject({
    /** May be left out where the endpoint belongs to one arena. */
    arena: arenaSlug.optional(),
    model: submittedModel,
    outputs: outputs.optional(),
    endpoint: generationEndpoint.optional(),
    /** Nobody sees the model before this moment. */
    embargo_until: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((data) => (data.outputs === undefined) !== (data.endpoint === undefined), {
    message: "give either outputs or an endpoint that makes them",
    path: ["outputs"],
  });

/** What a submitter sends, to a webhook endpoint or with a key. */
export const submissionEvent = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("ping"), ...envelope, data: z.unknown().optional() }),
    z.object({ type: z.literal("model.submitted"), ...envelope, data: newModelData }),
    z.object({
      type: z.literal("model.outputs.added"),
      ...envelope,
      data: z.strictObject({ arena: arenaSlug.optional(), model: known, outputs }),
    }),
    z.object({
      type: z.literal("model.withdrawn"),
      ...envelope,
      data: z.strictObject({
        arena: arenaSlug.optional(),
        model: known,
        reason: plainText(1_000).optional(),
      }),
    }),
  ])
  .openapi("SubmissionEvent");
export type SubmissionEvent = z.infer<typeof submissionEvent>;
export type NewSubmission = z.input<typeof submissionEvent>;

export const submissionStatus = z.enum([
  "queued",
  "validating",
  "accepted",
  "rejected",
  "active",
  "withdrawn",
]);
export type SubmissionStatus = z.infer<typeof submissionStatus>;

const finding = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
/** Something wrong with a submission, and where in the body it stands. */
export type SubmissionFinding = z.infer<typeof finding>;

export const submission = z
  .object({
    id: z.string(),
    arena: z.string(),
    type: z.enum(["model.submitted", "model.outputs.added", "model.withdrawn"]),
    /**
     * `queued`: outputs are being fetched or generated; `validating`: an operator looks at the flags; `accepted`: waits
     * for the end of its embargo; `active`: in the arena.
     */
    status: submissionStatus,
    model: modelRef,
    /** Where the model's page is, once it has one. */
    url: z.string().nullable(),
    progress: z.object({ outputs: z.int(), done: z.int() }),
    errors: z.array(finding),
    /** Findings that an operator decides on: an output that names its model, or equals another model's. */
    flags: z.array(finding),
    reason: z.string().nullable(),
    embargo_until: timestamp.nullable(),
    /** The tournament that places the model, once it runs. */
    placement: z.string().nullable(),
    submitted_at: timestamp,
    updated_at: timestamp,
  })
  .openapi("Submission");
export type Submission = z.infer<typeof submission>;

/** A submission as its arena's operator sees it. */
export const operatedSubmission = submission.extend({ submitter: z.string() }).openapi("OperatedSubmission");
export type OperatedSubmission = z.infer<typeof operatedSubmission>;

/** The answer to a delivery: the submission it became, `null` fields for a ping, or what a dry run found. */
export const deliveryAnswer = z
  .union([
    submission,
    z.object({ type: z.literal("pong") }),
    z.object({ dry_run: z.literal(true), status: submissionStatus, flags: z.array(finding) }),
  ])
  .openapi("DeliveryAnswer");
export type DeliveryAnswer = z.infer<typeof deliveryAnswer>;

export const submissionRuling = z
  .strictObject({
    status: z.enum(["accepted", "rejected", "withdrawn"]),
    reason: plainText(1_000).optional(),
  })
  .openapi("SubmissionRuling");
export type SubmissionRuling = z.infer<typeof submissionRuling>;
