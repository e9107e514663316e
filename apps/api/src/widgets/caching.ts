// How long a widget may be kept: by everybody for half a minute, then while it is asked for again, and for a day when
// nothing can be reached. Widgets alone are cached so; a poll asks with the tag and is told 304.
import type { Context } from "hono";
import { sha256Hex } from "../hash.ts";
import type { AppEnv } from "../http/context.ts";
import { notModified } from "../http/etag.ts";

const cachePolicy = "public, max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400";

export const keepWidget = (c: Context<AppEnv>): void => c.header("cache-control", cachePolicy);

/** Tags the answer by the arena's version and the address; true when the reader has it. */
export async function isSeen(c: Context<AppEnv>, arena: { id: number }, seq: number): Promise<boolean> {
  const { origin, pathname, search } = new URL(c.req.url);
  const parts = [arena.id, seq, origin, pathname, search, c.env.VERSION?.id ?? ""];
  const seen = notModified(c, (await sha256Hex(JSON.stringify(parts))).slice(0, 24));
  keepWidget(c);
  return seen;
}
