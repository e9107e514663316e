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
    /** Duels: 1 = the first slot is much better, .5 = slightly, 0 = tie, down to -1; left out where the judge does not say. */
    strength: z.number().optional(),
    /** US dollars; left out where nothing was paid or no price is known. */
    cost_usd: z.number().optional(),
    /** The answers of language models behind it: `order[slot]` = the slot of this verdict, ranks as that model gave them. */
    looks: z
      .array(
        z.object({
          judge: z.string(),
          order: z.array(z.int()),
          ranks: z.array(z.int()).nullable(),
          choice: z.string().nullable(),
        }),
      )
      .optional(),
    /** Members of a panel that did not judge, and why. */
    absent: z.array(z.object({ judge: z.string(), code: z.string() })).optional(),
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
