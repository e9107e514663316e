// Keys that stand in the table without anybody having asked for them.
import { env } from "cloudflare:workers";
import { sha256Hex } from "../../../apps/api/src/hash.ts";
import { withChecksum } from "../../../apps/api/src/keys/key-text.ts";

let keys = 0;

interface KeyRow {
  readonly scopes?: string;
  readonly arena?: number | null;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number | null;
}

/** A key in the table; gives its text. */
export async function grantKey(row: KeyRow = {}): Promise<string> {
  const { scopes = "arena:write", arena = null, expiresAt = null } = row;
  const id = `key${String(++keys).padStart(5, "0")}`;
  const key = withChecksum(`agon_${id}_${"k".repeat(32)}`);
  await env.DB.prepare(
    "INSERT INTO api_keys (id, hash, name, scopes, arena_id, created_at, expires_at) VALUES (?1, ?2, 'a key', ?3, ?4, 0, ?5)",
  )
    .bind(id, await sha256Hex(key), scopes, arena, expiresAt)
    .run();
  return key;
}

export const bearing = (key: string) => ({ authorization: `Bearer ${key}` });
