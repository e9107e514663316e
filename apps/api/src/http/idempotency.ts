// `Idempotency-Key` on calls that create: the first answer is kept for a day and given again to the same request.

import { sha256Hex } from "../hash.ts";
import { refuse } from "./problem.ts";

const keptMs = 86_400_000;
/** A request that has not ended after so long is taken for dead. */
const abandonedMs = 60_000;

interface Kept {
  body_hash: string;
  status: number | null;
  answer: string | null;
  at: number;
}

export interface KeyedCall {
  /** Who calls: part of the key, so that two callers never meet. */
  readonly caller: string;
  readonly path: string;
  readonly key: string;
  readonly body: Uint8Array;
}

/** Runs a call once per key; later ones get the kept answer, another body or a running first are refused. */
export async function once(
  db: D1Database,
  { caller, path, key, body }: KeyedCall,
  run: () => Promise<Response>,
): Promise<Response> {
  const id = await sha256Hex(`${caller}\n${path}\n${key}`);
  const bodyHash = await sha256Hex(body);
  const kept = await claim(db, id, bodyHash);
  if (kept !== null) return answerAgain(kept, bodyHash);
  try {
    const response = await run();
    const text = await response.clone().text();
    if (response.status >= 500) await release(db, id);
    else {
      await db
        .prepare("UPDATE idempotency SET status = ?2, answer = ?3 WHERE id = ?1")
        .bind(id, response.status, JSON.stringify({ text, headers: headersKept(response) }))
        .run();
    }
    return response;
  } catch (error) {
    await release(db, id);
    throw error;
  }
}

/** Takes the key, or gives what stands under it. */
async function claim(db: D1Database, id: string, bodyHash: string): Promise<Kept | null> {
  const now = Date.now();
  await db
    .prepare("DELETE FROM idempotency WHERE at < ?1 OR (id = ?2 AND status IS NULL AND at < ?3)")
    .bind(now - keptMs, id, now - abandonedMs)
    .run();
  const insert = db.prepare("INSERT OR IGNORE INTO idempotency (id, body_hash, at) VALUES (?1, ?2, ?3)");
  const { meta } = await insert.bind(id, bodyHash, now).run();
  if (meta.changes > 0) return null;
  return db
    .prepare("SELECT body_hash, status, answer, at FROM idempotency WHERE id = ?1")
    .bind(id)
    .first<Kept>();
}

interface KeptAnswer {
  readonly text: string;
  readonly headers: Record<string, string>;
}

/** The headers that say something of the answer; a cookie is given once. */
const headersKept = (response: Response): KeptAnswer["headers"] =>
  Object.fromEntries(
    ["content-type", "location"].flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

const release = (db: D1Database, id: string) =>
  db.prepare("DELETE FROM idempotency WHERE id = ?1").bind(id).run();

function answerAgain(kept: Kept, bodyHash: string): Response {
  if (kept.body_hash !== bodyHash) {
    throw refuse("idempotency_mismatch", "This Idempotency-Key was used with another body; take a new key.");
  }
  if (kept.status === null || kept.answer === null) {
    throw refuse("idempotency_in_progress", "The first request with this key is still running; try again.", {
      retryAfterS: 1,
    });
  }
  const { text, headers } = JSON.parse(kept.answer) as KeptAnswer;
  return new Response(text, {
    status: kept.status,
    headers: { ...headers, "idempotent-replayed": "true", "cache-control": "no-store" },
  });
}
