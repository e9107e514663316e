// Checkpoints shorten the way back after a restart. The newest whole one is read; older ones are removed.
import { type ArenaState, apply, emptyArena, parseSnapshot, snapshotText } from "@agon/arena";
import { readEntries } from "./log-store.ts";

/** Characters a chunk: at most 1 MB of text that is nearly all ASCII. */
const chunkChars = 700_000;
const tailPage = 2_000;

export async function writeCheckpoint(db: D1Database, arena: number, state: ArenaState): Promise<void> {
  const text = snapshotText(state);
  const chunks = Math.max(1, Math.ceil(text.length / chunkChars));
  const insert = db.prepare(
    "INSERT OR REPLACE INTO checkpoints (arena_id, seq, chunk, chunks, data) VALUES (?1, ?2, ?3, ?4, ?5)",
  );
  const rows = Array.from({ length: chunks }, (_, chunk) =>
    insert.bind(arena, state.seq, chunk, chunks, text.slice(chunk * chunkChars, (chunk + 1) * chunkChars)),
  );
  const clean = db.prepare("DELETE FROM checkpoints WHERE arena_id = ?1 AND seq < ?2").bind(arena, state.seq);
  await db.batch([...rows, clean]);
}

async function readCheckpoint(db: D1Database, arena: number): Promise<ArenaState | null> {
  const { results } = await db
    .prepare(
      `SELECT chunks, data FROM checkpoints WHERE arena_id = ?1
       AND seq = (SELECT max(seq) FROM checkpoints WHERE arena_id = ?1) ORDER BY chunk`,
    )
    .bind(arena)
    .all<{ chunks: number; data: string }>();
  if (results.length === 0 || results.length !== results[0]?.chunks) return null;
  return parseSnapshot(results.map(({ data }) => data).join(""));
}

async function foldTail(db: D1Database, arena: number, from: ArenaState): Promise<ArenaState> {
  let state = from;
  for (;;) {
    const entries = await readEntries(db, arena, state.seq, tailPage);
    for (const entry of entries) state = apply(state, entry).state;
    if (entries.length < tailPage) return state;
  }
}

/** The committed state: newest checkpoint and what came after it. */
export const loadArena = async (db: D1Database, arena: number): Promise<ArenaState> =>
  foldTail(db, arena, (await readCheckpoint(db, arena)) ?? emptyArena());

/** The state from the first entry on, without any checkpoint. */
export const replayArena = (db: D1Database, arena: number): Promise<ArenaState> =>
  foldTail(db, arena, emptyArena());
