// Pages in front of Next. A rendered page is kept at the edge for a day and served while it is fresh, that is for a
// second, or as long as its arena has no newer entry; when rendering fails or is slow, the kept page is served as it is.

import { parseTournamentId } from "@agon/arena";
import type { Hono } from "hono";
import type { Bindings } from "../bindings.ts";
import { findArena } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { contentPolicy, newNonce } from "./nonce.ts";
import { renderPage } from "./render.ts";

const freshMs = 1_000;
const keptS = 86_400;
/** A reader waits so long for a new page while an old one is at hand. */
const patienceMs = 1_200;
/** A page of no arena is rendered again after so long. */
const catalogueMs = 1_000;

const headerAt = "x-agon-at";
const headerVersion = "x-agon-version";
const headerNonce = "x-agon-nonce";

/** Renderings under way, so that many readers of one page cost one. */
const rendering = new Map<string, Promise<Response>>();

export async function servePage(
  app: Hono<AppEnv>,
  request: Request,
  env: Bindings,
  ctx: ExecutionContext,
): Promise<Response> {
  const render = (nonce: string) => renderPage(app, request, env, ctx, nonce);
  if (!isCacheable(request)) {
    const nonce = newNonce();
    return withPolicy(await render(nonce), nonce);
  }
  const key = new Request(cacheKey(request, env.VERSION?.id ?? ""));
  const kept = await caches.default.match(key);
  const version = await versionOf(env, new URL(request.url)).catch(() => null);
  if (kept && isFresh(kept, version)) return fromCache(kept);
  const fresh = renderOnce(key, version, render, ctx);
  if (!kept) return fromCache((await fresh).clone());
  ctx.waitUntil(fresh.catch(() => undefined));
  const slow = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const first = await Promise.race([fresh.catch(() => null), slow]);
  return fromCache(first && first.status < 500 ? first.clone() : kept);
}

/** Only whole pages: an answer to Next's own `RSC` requests shares the address and must not be mistaken for one. */
function isCacheable(request: Request): boolean {
  const { pathname } = new URL(request.url);
  const asksForPart = ["rsc", "next-router-prefetch", "next-router-state-tree", "next-action"].some((name) =>
    request.headers.has(name),
  );
  return (
    request.method === "GET" &&
    !asksForPart &&
    !pathname.startsWith("/_next/") &&
    !/\.[a-z0-9]+$/.test(pathname)
  );
}

/** A page names the scripts of its deployment, so another deployment must not find it. */
const cacheKey = (request: Request, deployment: string): string => {
  const url = new URL(request.url);
  url.searchParams.set("agon-deployment", deployment);
  url.searchParams.delete("_rsc");
  url.searchParams.sort();
  return url.toString();
};

/** The newest entry of the arena a page is about; null for pages of no arena. */
async function versionOf(env: Bindings, { pathname }: URL): Promise<string | null> {
  const [, kind, name = ""] = pathname.split("/");
  const slug = kind === "a" ? name : kind === "t" ? parseTournamentId(name)?.arena : undefined;
  const arena = slug === undefined ? null : await findArena(env, slug);
  return arena === null ? null : `${arena.id}.${await arena.referee.seq()}`;
}

function isFresh(kept: Response, version: string | null): boolean {
  const age = Date.now() - Number(kept.headers.get(headerAt));
  if (version === null) return age < catalogueMs;
  return age < freshMs || kept.headers.get(headerVersion) === version;
}

function renderOnce(
  key: Request,
  version: string | null,
  render: (nonce: string) => Promise<Response>,
  ctx: ExecutionContext,
): Promise<Response> {
  const running = rendering.get(key.url);
  if (running) return running;
  const started = keep(key, version, render, ctx).finally(() => rendering.delete(key.url));
  rendering.set(key.url, started);
  return started;
}

async function keep(
  key: Request,
  version: string | null,
  render: (nonce: string) => Promise<Response>,
  ctx: ExecutionContext,
): Promise<Response> {
  const nonce = newNonce();
  const rendered = await render(nonce);
  const headers = new Headers(rendered.headers);
  headers.set(headerAt, String(Date.now()));
  headers.set(headerVersion, version ?? "");
  headers.set(headerNonce, nonce);
  headers.set("cache-control", `public, max-age=${keptS}`);
  const page = new Response(await rendered.text(), { status: rendered.status, headers });
  const html = headers.get("content-type")?.startsWith("text/html") ?? false;
  if (page.status === 200 && html && !headers.has("set-cookie")) {
    ctx.waitUntil(caches.default.put(key, page.clone()));
  }
  return page;
}

/** A kept page with a nonce of its own: every occurrence of the one it was rendered with is replaced. */
async function fromCache(kept: Response): Promise<Response> {
  const old = kept.headers.get(headerNonce);
  const nonce = newNonce();
  const text = await kept.text();
  const headers = new Headers(kept.headers);
  for (const name of [headerAt, headerVersion, headerNonce]) headers.delete(name);
  headers.set("cache-control", "no-cache");
  const page = new Response(old ? text.replaceAll(old, nonce) : text, { status: kept.status, headers });
  return withPolicy(page, nonce);
}

function withPolicy(response: Response, nonce: string): Response {
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response;
  const headers = new Headers(response.headers);
  headers.set("content-security-policy", contentPolicy(nonce));
  headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("x-content-type-options", "nosniff");
  return new Response(response.body, { status: response.status, headers });
}
