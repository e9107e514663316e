import { z } from "@hono/zod-openapi";
import { judgeKind, slug, timestamp } from "./common.ts";

/** One row of the public verdict log. */
export const verdict = z
  .object({
    seq: z.int(),
    ballot: z.string(),
    criterion: z.string(),
    judge: z.object({ id: z.string(), kind: judgeKind }),
    slots: z.array(z.object({ model: z.string(), prompt: z.string() })),
    /** Competition ranks, one per slot as shown, 1 = best. */
    ranks: z.array(z.int()),
    /** Only the best slot is known (Best mode). */
    first_only: z.boolean(),
    flags: z.array(z.string()),
    counted: z.boolean(),
    tournament: z.string().nullable(),
    match: z.string().nullable(),
    /** This vote was taken back by the entry of that seq. */
    withdrawn_by: z.int().nullable(),
    at: timestamp,
  })
  .openapi("Verdict");
export type Verdict = z.infer<typeof verdict>;

/** One line of an import of votes that were cast elsewhere. `id` makes a repeat harmless. */
export const importedVerdict = z
  .strictObject({
    id: z.string().min(1).max(120),
    models: z.array(z.string().min(1).max(200)).min(2).max(8),
    prompt: z.string().min(1).max(20_000),
    ranks: z.array(z.int().min(1).max(1_000)).min(2).max(8),
    first_only: z.boolean().default(false),
    criterion: slug.default("overall"),
    judge: z.strictObject({ id: z.string().min(1).max(120), kind: judgeKind }),
    flags: z.array(z.string().max(40)).max(8).default([]),
    at: timestamp.optional(),
  })
  .refine((row) => row.models.length === row.ranks.length, {
    message: "give one rank per model",
    path: ["ranks"],
  })
  .refine((row) => new Set(row.models).size === row.models.length, {
    message: "a model stands twice in one verdict",
    path: ["models"],
  })
  .openapi("ImportedVerdict");
export type ImportedVerdict = z.input<typeof importedVerdict>;
