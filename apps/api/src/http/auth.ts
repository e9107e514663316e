// Who calls: a key in the `Authorization` header, or the console session of a key in a cookie. The database holds
// hashes; a mistyped key is refused without asking it.
import { type Scope, scope as scopeSchema } from "@agon/contract/routes";
import { database, enterKey, findKey as findStoredKey, type StoredKey, touchKey } from "@agon/db";
import type { Context } from "hono";
import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import { keyIdOf } from "../keys/key-text.ts";
import { sessionOf } from "../keys/session.ts";
import type { AppEnv } from "./context.ts";
import { refuse } from "./problem.ts";

const lastUsedEveryMs = 60_000;

/** What the deployment's own key may do: everything. */
const allScopes = scopeSchema.options.join(" ");

/** The key's text; null when there is no `Authorization: Bearer ...`. */
function bearer(c: Context<AppEnv>): string | null {
  const found = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "");
  return found?.[1] ?? null;
}

/** Equal-length comparison that does not stop at the first difference. */
function equalText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}

/** True for the key that this deployment was started with. */
export const isDeploymentKey = (env: Bindings, { hash }: Pick<StoredKey, "hash">): boolean =>
  env.AGON_ADMIN_KEY_HASH !== undefined && equalText(env.AGON_ADMIN_KEY_HASH, hash);

/** The key that this deployment was started with enters the table, as a hash, at its first use. */
async function adoptDeploymentKey(env: Bindings, id: string, hash: string): Promise<StoredKey | null> {
  if (!isDeploymentKey(env, { hash })) return null;
  const key = { id, hash, name: "operator", scopes: allScopes, createdAt: Date.now() };
  return enterKey(database(env.DB), key);
}

/** The key of the request; refuses one that is missing or not good. */
export async function requireKey(c: Context<AppEnv>): Promise<StoredKey> {
  const text = bearer(c);
  const row = text === null ? await keyOfSession(c) : await findKey(c.env, text);
  if (row === null && text === null && c.req.header("authorization") === undefined)
    throw refuse("key_missing", "Send an operator key as `Authorization: Bearer agon_...`.");
  if (row === null) throw refuse("key_invalid", "The key is not known, has expired or was revoked.");
  return row;
}

/** Scopes that include a scope. */
const including: Readonly<Record<Scope, readonly Scope[]>> = {
  "arena:write": ["arena:write"],
  "submissions:write": ["submissions:write", "arena:write"],
  "webhooks:write": ["webhooks:write"],
  "keys:write": ["keys:write"],
};

export const hasScope = (key: StoredKey, scope: Scope): boolean =>
  key.scopes.split(" ").some((held) => (including[scope] as readonly string[]).includes(held));

/**
 * Refuses a key without the scope, or one of another arena than the one concerned (null: none in particular,
 * undefined: not known yet).
 */
export function requireScope(key: StoredKey, scope: Scope, arena: number | null | undefined): void {
  const here = arena === undefined || key.arenaId === null || key.arenaId === arena;
  if (!here || !hasScope(key, scope))
    throw refuse("scope_missing", `The key does not have the scope ${scope} here.`);
}

/** The key of this text, when it is good now. */
export async function findKey(env: Bindings, text: string): Promise<StoredKey | null> {
  const id = keyIdOf(text);
  if (id === null) return null;
  const hash = await sha256Hex(text);
  const stored = await findStoredKey(database(env.DB), id);
  return used(env, stored ?? (await adoptDeploymentKey(env, id, hash)), hash);
}

/** The key of the console session. A write must name the page it comes from: policy.ts has compared it. */
async function keyOfSession(c: Context<AppEnv>): Promise<StoredKey | null> {
  const session = await sessionOf(c);
  if (session === null) return null;
  if (c.req.method !== "GET" && c.req.header("origin") === undefined)
    throw refuse("origin_foreign", "A write with a session says which page it comes from.");
  return used(c.env, await findStoredKey(database(c.env.DB), session.key), session.hash);
}

/** The row when it is the key of this hash and has not expired; its use is noted once a minute. */
async function used(env: Bindings, row: StoredKey | null, hash: string): Promise<StoredKey | null> {
  const now = Date.now();
  if (row === null || !equalText(row.hash, hash)) return null;
  if (row.expiresAt !== null && row.expiresAt < now) return null;
  if (now - (row.lastUsedAt ?? 0) > lastUsedEveryMs) await touchKey(database(env.DB), row.id, now);
  return row;
}
