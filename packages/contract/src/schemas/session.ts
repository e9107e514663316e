import { z } from "@hono/zod-openapi";
import { timestamp } from "./common.ts";
import { key } from "./key.ts";

export const newSession = z.strictObject({ key: z.string().trim().min(1).max(200) }).openapi("NewSession");
export type NewSession = z.infer<typeof newSession>;

/** Who is signed in to the console with this browser. */
export const session = z.object({ key: key.nullable(), expires_at: timestamp.nullable() }).openapi("Session");
export type Session = z.infer<typeof session>;
