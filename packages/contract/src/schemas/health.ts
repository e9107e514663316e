import { z } from "@hono/zod-openapi";

export const health = z
  .object({
    status: z.enum(["ok", "degraded"]),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    version: z.string(),
  })
  .openapi("Health");
export type Health = z.infer<typeof health>;

/** The live state of an arena beside a replay of its log from the first entry. */
export const audit = z
  .object({
    seq: z.int(),
    live: z.string(),
    replayed: z.string(),
    equal: z.boolean(),
  })
  .openapi("Audit");
export type Audit = z.infer<typeof audit>;
