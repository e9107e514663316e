// Operators' keys: `agon_{id}_{secret}{checksum}`. The database holds hashes; the checksum tells a typing slip from a
// wrong key without asking it.
import type { Scope } from "@agon/contract/routes";
import { database, enterKey, findKey as findStoredKey, type StoredKey, touchKey } from "@agon/db";
import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import { refuse } from "./problem.ts";

const lastUsedEveryMs = 60_000;

/** The key's id and hash; null when there is no `Authorization: Bearer agon_...`. */
function bearer(request: Request): string | null {
  const found = /^Bearer\s+(\S+)$/i.exec(request.headers.get("authorization") ?? "");
  return found?.[1] ?? null;
}

/** Equal-length comparison that does not stop at the first difference. */
function equalText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}

/** The key that this deployment was started with enters the table, as a hash, at its first use. */
async function adoptOperatorKey(
  env: Bindings,
  id: string,
  hash: string,
  now: number,
): Promise<StoredKey | null> {
  if (!env.AGON_ADMIN_KEY_HASH || !equalText(env.AGON_ADMIN_KEY_HASH, hash)) return null;
  return enterKey(database(env.DB), {
    id,
    hash,
    name: "operator",
    scopes: "arena:write",
    createdAt: now,
  });
}

/** The key of the request; refuses one that is missing or not good. */
export async function requireKey(request: Request, env: Bindings): Promise<StoredKey> {
  const key = bearer(request);
  if (key === null) throw refuse("key_missing", "Send an operator key as `Authorization: Bearer agon_...`.");
  const row = await findKey(env, key);
  if (row === null) throw refuse("key_invalid", "The key is not known, has expired or was revoked.");
  return row;
}

/** Scopes that include a scope. */
const including: Readonly<Record<Scope, readonly Scope[]>> = {
  "arena:write": ["arena:write"],
  "submissions:write": ["submissions:write", "arena:write"],
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

async function findKey(env: Bindings, key: string): Promise<StoredKey | null> {
  const id = /^agon_([A-Za-z0-9]{8})_[A-Za-z0-9]{38}$/.exec(key)?.[1];
  if (id === undefined) return null;
  const now = Date.now();
  const hash = await sha256Hex(key);
  const stored = await findStoredKey(database(env.DB), id);
  const row = stored ?? (await adoptOperatorKey(env, id, hash, now));
  if (row === null || !equalText(row.hash, hash)) return null;
  if (row.expiresAt !== null && row.expiresAt < now) return null;
  if (now - (row.lastUsedAt ?? 0) > lastUsedEveryMs) {
    await touchKey(database(env.DB), id, now);
  }
  return row;
}
