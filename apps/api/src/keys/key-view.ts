import type { Key, Scope } from "@agon/contract";
import type { NamedKey } from "@agon/db";
import type { Bindings } from "../bindings.ts";
import { isDeploymentKey } from "../http/auth.ts";

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A key as its operators see it: never its text, nor its hash. */
export const keyView = (env: Bindings, key: NamedKey): Key => ({
  id: key.id,
  name: key.name,
  scopes: key.scopes.split(" ") as Scope[],
  arena: key.arena,
  created_at: new Date(key.createdAt).toISOString(),
  expires_at: iso(key.expiresAt),
  last_used_at: iso(key.lastUsedAt),
  deployment: isDeploymentKey(env, key),
});
