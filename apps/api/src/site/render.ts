// Calls the built site. It gets the API as a function in its environment, and the nonce for its scripts in the
// request's policy header, where Next looks for it.
import type { Hono } from "hono";
import type { Bindings } from "../bindings.ts";
import type { AppEnv } from "../http/context.ts";
import { contentPolicy } from "./nonce.ts";

export async function renderPage(
  app: Hono<AppEnv>,
  request: Request,
  env: Bindings,
  ctx: ExecutionContext,
  nonce: string,
): Promise<Response> {
  const origin = new URL(request.url).origin;
  const call = async (path: string, init?: RequestInit) =>
    app.fetch(new Request(`${origin}${path}`, init), env, ctx);
  const api = { fetch: (path: string, init?: RequestInit) => readAgain(() => call(path, init)) };
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", contentPolicy(nonce));
  // Snippets and shared pictures need whole addresses.
  headers.set("x-agon-origin", origin);
  // A page is the same for everybody.
  headers.delete("cookie");
  const { default: site } = await import("../../../web/.open-next/worker.js");
  return site.fetch(new Request(request, { headers }), { ...env, API: api }, ctx);
}

const pauseMs = 150;

/** Pages only read: an answer that met a referee on the move, or a busy database, is asked for once more. */
async function readAgain(call: () => Promise<Response>): Promise<Response> {
  const first = await call();
  if (first.status < 500) return first;
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
  return call();
}
