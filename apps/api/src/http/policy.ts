// What holds for every answer: a request id, caching off unless a route says otherwise, who may read across origins,
// and that a cookie is only taken from our own pages.
import type { Context, Next } from "hono";
import type { AppEnv } from "./context.ts";
import { refuse } from "./problem.ts";
import { passShield } from "./shield.ts";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** A write that carries a cookie must come from this origin. */
function checkOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (!unsafe.has(request.method) || origin === null || request.headers.get("cookie") === null) return;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  if (URL.canParse(origin) && new URL(origin).host === host) return;
  throw refuse("origin_foreign", "A write with a cookie is only taken from this site's own pages.");
}

export async function applyPolicy(c: Context<AppEnv>, next: Next): Promise<Response | undefined> {
  c.set("requestId", c.req.header("cf-ray") ?? crypto.randomUUID());
  if (c.req.method === "OPTIONS") return preflight(c);
  checkOrigin(c.req.raw);
  const standing = await passShield(c);
  await next();
  if (c.res.status === 101) return undefined;
  // A call with a quota of its own has said so: that is the one to mind.
  if (standing && !c.res.headers.has("ratelimit-policy")) {
    c.res.headers.set("ratelimit-policy", standing.policy);
    c.res.headers.set("ratelimit", standing.left);
  }
  c.res.headers.set("x-request-id", c.get("requestId"));
  c.res.headers.set("x-content-type-options", "nosniff");
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
  if (c.req.method === "GET" && c.req.path.startsWith("/v1/")) {
    c.res.headers.set("access-control-allow-origin", "*");
    c.res.headers.set(
      "access-control-expose-headers",
      "etag, link, ratelimit, ratelimit-policy, retry-after",
    );
  }
  return undefined;
}

/** Other origins may read in public, without credentials; nothing else. */
const preflight = (c: Context<AppEnv>): Response =>
  c.body(null, 204, {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET",
    "access-control-allow-headers": "accept, if-none-match",
    "access-control-max-age": "86400",
  });
