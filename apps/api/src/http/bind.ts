// Binds handlers to the contract's route table: authenticate first, then read the address and the body by the schemas.
import { type AnyRoute, type RouteName, type Routes, routes } from "@agon/contract/routes";
import type { StoredKey } from "@agon/db";
import { z } from "@hono/zod-openapi";
import type { Context, Hono } from "hono";
import { voterOfCookie } from "../ballots/voter.ts";
import type { Bindings } from "../bindings.ts";
import { sessionOf } from "../keys/session.ts";
import { noteAction } from "./actions.ts";
import { type ArenaRef, arenaOf } from "./arenas.ts";
import { requireKey, requireScope } from "./auth.ts";
import { type Rows, readBytes, readJson, readNdjson, readQuery, readSigned } from "./body.ts";
import type { AppEnv } from "./context.ts";
import { isForm, largestFormBytes, readForm, type Upload } from "./form.ts";
import { once } from "./idempotency.ts";
import { refuse } from "./problem.ts";
import { submissionArena } from "./submissions.ts";
import { tournamentOf } from "./tournaments.ts";

type BodyOf<R> = R extends { body: { type: "ndjson"; schema: infer S extends z.ZodType } }
  ? Rows<z.output<S>> | (R extends { body: { form: z.ZodType } } ? Upload : never)
  : R extends { body: { type: "signed" } }
    ? Uint8Array
    : R extends { body: { schema: infer S extends z.ZodType } }
      ? z.output<S>
      : undefined;
type QueryOf<R> = R extends { query: infer Q extends z.ZodType } ? z.output<Q> : Record<string, never>;
type ArenaIn<R> = R extends { path: `${string}{arena}${string}` } ? ArenaRef : null;

interface Call<R> {
  readonly c: Context<AppEnv>;
  readonly body: BodyOf<R>;
  readonly query: QueryOf<R>;
  /** The arena named in the address. */
  readonly arena: ArenaIn<R>;
  /** The caller's key; null where the route needs none. */
  readonly key: R extends { scope: string } ? StoredKey : null;
  readonly param: (name: string) => string;
}

export type Handler<N extends RouteName> = (call: Call<Routes[N]>) => Promise<Response>;
export type Handlers = { readonly [N in RouteName]: Handler<N> };

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

export function bindRoutes(app: Hono<AppEnv>, handlers: Handlers): void {
  for (const [name, route] of Object.entries<AnyRoute>(routes)) {
    const handler = handlers[name as RouteName] as (call: Call<AnyRoute>) => Promise<Response>;
    app.on(route.method.toUpperCase(), honoPath(route.path), (c) => serve(c, name, route, handler));
  }
}

const patterns = Object.values<AnyRoute>(routes).map(({ method, path }) => ({
  method: method.toUpperCase(),
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The methods that the routes of a path take; none when there is nothing at it. */
export const methodsAt = (path: string): string[] =>
  patterns.flatMap(({ method, pattern }) => (pattern.test(path) ? [method] : []));

const noQuery = z.object({});

async function serve(
  c: Context<AppEnv>,
  name: string,
  route: AnyRoute,
  handler: (call: Call<AnyRoute>) => Promise<Response>,
): Promise<Response> {
  const param = (name: string): string => c.req.param(name) ?? "";
  const { arena, key, concerned } = await admit(c, route, param);
  const run = async (request: Request): Promise<Response> => {
    const query = readQuery(request, route.query ?? noQuery);
    const body = await bodyOf(request, route);
    const response = await handler({ c, body, query, arena, key, param } as unknown as Call<AnyRoute>);
    if (key !== null) await noteAction(c, key, concerned ?? key.arenaId, name, response);
    return response;
  };
  const idempotencyKey = c.req.header("idempotency-key");
  // A signed delivery has an id of its own, and its answer is kept for good.
  const keyed = route.method === "post" && route.body?.type !== "signed";
  if (idempotencyKey === undefined || !keyed) return run(c.req.raw);
  return runOnce(c, route, idempotencyKey, run);
}

interface Admission {
  /** The arena named in the address. */
  readonly arena: ArenaRef | null;
  readonly key: StoredKey | null;
  /** The arena that the call is about, by number; null when it is none, or named in the body. */
  readonly concerned: number | null;
}

/** Authenticates, then finds the arena of the address, then looks whether the key may do this there. */
async function admit(
  c: Context<AppEnv>,
  route: AnyRoute,
  param: (name: string) => string,
): Promise<Admission> {
  const key = route.scope ? await requireKey(c) : null;
  const arena = route.path.includes("{arena}") ? await arenaOf(c.env, param("arena")) : null;
  if (key === null || route.scope === undefined) return { arena, key, concerned: null };
  const concerned = route.arenaInBody ? undefined : (arena?.id ?? (await arenaBehind(c.env, route, param)));
  requireScope(key, route.scope, concerned);
  return { arena, key, concerned: concerned ?? null };
}

/** The arena of the tournament or the submission in the address. */
async function arenaBehind(env: Bindings, { path }: AnyRoute, param: (name: string) => string) {
  if (path.includes("{tournament}")) return (await tournamentOf(env, param("tournament"))).arena.id;
  return path.includes("{submission}") ? submissionArena(param("submission")) : null;
}

function bodyOf(request: Request, { body }: AnyRoute): Promise<unknown> | undefined {
  if (body === undefined) return undefined;
  if (body.form && isForm(request)) return readForm(request);
  if (body.type === "signed") return readSigned(request, body.limitBytes);
  return body.type === "ndjson" ? readNdjson(request, body) : readJson(request, body);
}

const maxKeyChars = 255;
/** What a call that takes no body may carry all the same. */
const bodilessBytes = 1_024;

async function runOnce(
  c: Context<AppEnv>,
  route: AnyRoute,
  key: string,
  run: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (key.length === 0 || key.length > maxKeyChars) {
    throw refuse("parameter_invalid", `An Idempotency-Key has 1 to ${maxKeyChars} characters.`);
  }
  const limitBytes = route.body?.form && isForm(c.req.raw) ? largestFormBytes : route.body?.limitBytes;
  const body = await readBytes(c.req.raw, limitBytes ?? bodilessBytes);
  const { method } = c.req.raw;
  const headers = new Headers(c.req.raw.headers);
  // The body was unpacked above.
  headers.delete("content-encoding");
  const { pathname, search } = new URL(c.req.url);
  const caller = c.req.header("authorization") ?? (await sessionOf(c))?.key ?? (await voterOfCookie(c)) ?? "";
  const call = { caller, path: `${route.method} ${pathname}${search}`, key, body };
  const again = new Request(c.req.url, { method, headers, body: body.length === 0 ? null : body });
  return once(c.env, call, () => run(again));
}
