import { z } from "@hono/zod-openapi";
import { modelRef, webUrl } from "./common.ts";

/** Stored outputs end at 256 KiB of text each. */
export const maxContentChars = 262_144;

/** One line of an NDJSON upload: slugs; the prompt may also be named by its text. */
export const newOutput = z
  .strictObject({
    model: z.string().min(1).max(200),
    prompt: z.string().min(1).max(20_000),
    content: z.string().max(maxContentChars).optional(),
    media_url: webUrl.optional(),
    score: z.number().optional(),
  })
  .refine((row) => (row.content === undefined) !== (row.media_url === undefined), {
    message: "give either content or media_url",
    path: ["content"],
  })
  .openapi("NewOutput");
export type NewOutput = z.infer<typeof newOutput>;

/** The fields that stand beside a file, when an output is uploaded as one. */
export const outputForm = z
  .strictObject({
    model: z.string().min(1).max(200),
    prompt: z.string().min(1).max(20_000),
    score: z.coerce.number().optional(),
  })
  .openapi("OutputForm");

export const rowError = z.object({
  line: z.int(),
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
});
export type RowError = z.infer<typeof rowError>;

export const bulkResult = z
  .object({
    accepted: z.int(),
    /** Rows that were there already, byte for byte; they count as accepted too. */
    unchanged: z.int(),
    errors: z.array(rowError),
  })
  .openapi("BulkResult");
export type BulkResult = z.infer<typeof bulkResult>;

export const output = z
  .object({
    model: modelRef,
    prompt: z.string(),
    content: z.string().nullable(),
    media_url: z.string().nullable(),
    score: z.number().nullable(),
    /** The operator took it down: neither content nor media are there any more. */
    taken_down: z.boolean(),
  })
  .openapi("Output");
export type Output = z.infer<typeof output>;

/** Which output to take down, by slugs, and why; the reason stands in the log and is not published. */
export const takedown = z
  .strictObject({
    model: z.string().min(1).max(200),
    prompt: z.string().min(1).max(200),
    reason: z.string().trim().min(1).max(500),
  })
  .openapi("Takedown");
export type Takedown = z.infer<typeof takedown>;
