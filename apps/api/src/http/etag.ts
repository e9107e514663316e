import type { Context } from "hono";
import type { AppEnv } from "./context.ts";

/** Sets the tag and tells whether the reader has this version already. */
export function notModified(c: Context<AppEnv>, tag: string): boolean {
  const etag = `W/"${tag}"`;
  c.header("etag", etag);
  c.header("cache-control", "no-cache");
  const seen = c.req.header("if-none-match");
  if (seen === undefined) return false;
  return seen.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === `"${tag}"`);
}
