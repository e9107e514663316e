// Which arena an object referees. The object's name is the arena's number; it is written down once, because an alarm
// may wake an object without it.
export interface ArenaIdentity {
  readonly id: number;
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

const nameKey = "arena";

function arenaNumber(ctx: DurableObjectState): number {
  const kept = ctx.storage.kv.get<number>(nameKey);
  if (kept !== undefined) return kept;
  const number = Number(ctx.id.name);
  if (!Number.isInteger(number)) throw new Error("a referee must be named by the number of its arena");
  ctx.storage.kv.put(nameKey, number);
  return number;
}

export async function readIdentity(ctx: DurableObjectState, db: D1Database): Promise<ArenaIdentity> {
  const id = arenaNumber(ctx);
  const row = await db
    .prepare("SELECT slug, created_at AS createdAt FROM arenas WHERE id = ?1")
    .bind(id)
    .first<{ slug: string; createdAt: number }>();
  if (row === null) throw new Error(`there is no arena ${id}`);
  return { id, ...row };
}
