// `Idempotency-Key` on calls that create: the first answer is kept for a day and given again to the same request. It is
// kept sealed, because it may hold a key or a secret that is shown once.

import type { Bindings } from "../bindings.ts";
import { sha256Hex } from "../hash.ts";
import { openText, sealText } from "../seal.ts";
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
  { DB: db, AGON_SECRET: secret }: Bindings,
  { caller, path, key, body }: KeyedCall,
  run: () => Promise<Response>,
): Promise<Response> {
  const id = await sha256Hex(`${caller}\n${path}\n${key}`);
  const bodyHash = await sha256Hex(body);
  const kept = await claim(db, id, bodyHash);
  if (kept !== null) return answerAgain(secret, kept, bodyHash);
  try {
    const response = await run();
    const text = await response.clone().text();
    if (response.status >= 500) await release(db, id);
    else {
      const answer: KeptAnswer = { text, headers: headersKept(response) };
      await db
        .prepare("UPDATE idempotency SET status = ?2, answer = ?3 WHERE id = ?1")
        .bind(id, response.status, await sealText(secret, "answer", JSON.stringify(answer)))
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

async function answerAgain(secret: string, kept: Kept, bodyHash: string): Promise<Response> {
  if (kept.body_hash !== bodyHash) {
    throw refuse("idempotency_mismatch", "This Idempotency-Key was used with another body; take a new key.");
  }
  if (kept.status === null || kept.answer === null) {
    throw refuse("idempotency_in_progress", "The first request with this key is still running; try again.", {
      retryAfterS: 1,
    });
  }
  const answer = await openText(secret, "answer", kept.answer);
  if (answer === null)
    throw refuse("internal", "The kept answer cannot be read: the deployment's secret is new.");
  const { text, headers } = JSON.parse(answer) as KeptAnswer;
  return new Response(text, {
    status: kept.status,
    headers: { ...headers, "idempotent-replayed": "true", "cache-control": "no-store" },
  });
}
