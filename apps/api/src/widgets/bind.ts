// Where the widgets answer. Their documents may be read, framed and drawn by any page; what an arena's list says about
// frames stands in the frames' own policy.
import type { Context, Hono, Next } from "hono";
import type { AppEnv } from "../http/context.ts";
import { badge } from "./badge.ts";
import { framePage } from "./frames.ts";
import { oembed } from "./oembed.ts";
import { boardPicture, bracketPicture } from "./pictures.ts";

async function openToAll(c: Context<AppEnv>, next: Next): Promise<void> {
  await next();
  c.res.headers.set("access-control-allow-origin", "*");
  c.res.headers.set("access-control-expose-headers", "etag");
  c.res.headers.set("cross-origin-resource-policy", "cross-origin");
}

export function bindWidgets(app: Hono<AppEnv>): void {
  for (const path of ["/embed/*", "/badge/*", "/oembed"]) app.use(path, openToAll);
  app.get("/embed/v1/match/:tournament/:match", (c) => c.redirect(matchAddress(c), 308));
  app.get("/embed/v1/:kind/:id", framePage);
  app.get("/badge/:arena/:file", badge);
  app.get("/oembed", oembed);
  app.get("/picture/t/:file", bracketPicture);
  app.get("/picture/:file", boardPicture);
}

/** `{tournament}/{match}` is the same as `{tournament}:{match}`. */
function matchAddress(c: Context<AppEnv>): string {
  const { search } = new URL(c.req.url);
  const name = (part: "tournament" | "match") => encodeURIComponent(c.req.param(part) ?? "");
  return `/embed/v1/match/${name("tournament")}:${name("match")}${search}`;
}
