// What a call of the API is described by.
import { z } from "@hono/zod-openapi";
import type { ErrorCode } from "../errors.ts";
import type { Scope } from "../schemas/key.ts";

export interface RouteSpec {
  readonly method: "get" | "post" | "patch" | "delete";
  /** Parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly scope?: Scope;
  /** The arena concerned is named in the body: the handler looks whether the key is good for it. */
  readonly arenaInBody?: true;
  readonly body?: {
    readonly schema: z.ZodType;
    /** `ndjson`: the schema is that of a line. `signed`: JSON that is read as bytes, after its signature. */
    readonly type: "json" | "ndjson" | "signed";
    readonly limitBytes: number;
    /** The fields of a `multipart/form-data` body that is taken, too; the file is its part `file`. */
    readonly form?: z.ZodObject;
    /** An empty body stands for `{}`. */
    readonly optional?: true;
  };
  readonly query?: z.ZodObject;
  readonly status: 200 | 201 | 202;
  readonly answer: z.ZodType;
  /** The answer has an `ETag`: a reader that names it in `If-None-Match` gets 304 while nothing changed. */
  readonly etag?: true;
  /** Media types the answer comes in beside JSON, and what they hold. */
  readonly otherTypes?: Readonly<Record<string, string>>;
  readonly errors: readonly ErrorCode[];
}

export const kib = 1_024;
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
  cursor: z.string().max(200).optional(),
});
export const keepGoing = z.object({ keep_going: z.enum(["0", "1"]).default("0") });
export const bodyErrors = [
  "json_malformed",
  "content_type_unsupported",
  "body_too_large",
  "schema_invalid",
] as const;
