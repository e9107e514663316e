import { z } from "@hono/zod-openapi";

/** Names in addresses: lower-case letters, digits, dots, dashes and underscores; starts and ends with a letter or digit. */
export const slug = z
  .string()
  .min(1)
  .max(96)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/, "use lower-case letters, digits, '.', '_' and '-'");

/** Arena slugs have no dot, because tournament ids are `{arena}.{number}`. */
export const arenaSlug = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, "use lower-case letters, digits and '-'");

export const shortText = z.string().trim().min(1).max(200);
export const longText = z.string().max(20_000);
export const webUrl = z.url({ protocol: /^https?$/ }).max(2_000);

/** Milliseconds since 1970 as ISO 8601 text. */
export const timestamp = z.iso.datetime();

export const judgeKind = z.enum(["human", "llm", "rule", "panel"]);
export type JudgeKind = z.infer<typeof judgeKind>;

export const page = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullable() });

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(
      z.object({
        pointer: z.string(),
        detail: z.string(),
        line: z.int().optional(),
        code: z.string().optional(),
      }),
    ),
    request_id: z.string(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problem>;

export const modelRef = z.object({ slug: z.string(), name: z.string() });
export type ModelRef = z.infer<typeof modelRef>;
