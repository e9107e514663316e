import { asc, count, eq, gt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { arenas } from "../schema.ts";

/** The number of an arena by its slug; null when there is none. */
export async function findArenaId(db: Database, slug: string): Promise<number | null> {
  const row = await db.select({ id: arenas.id }).from(arenas).where(eq(arenas.slug, slug)).get();
  return row?.id ?? null;
}

export async function findArenaSlug(db: Database, id: number): Promise<string | null> {
  const row = await db.select({ slug: arenas.slug }).from(arenas).where(eq(arenas.id, id)).get();
  return row?.slug ?? null;
}

/** Numbers of arenas after `after`, in the order they were made. */
export async function listArenaIds(db: Database, after: number, limit: number): Promise<number[]> {
  const rows = await db
    .select({ id: arenas.id })
    .from(arenas)
    .where(gt(arenas.id, after))
    .orderBy(asc(arenas.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

export async function countArenas(db: Database): Promise<number> {
  const row = await db.select({ arenas: count() }).from(arenas).get();
  return row?.arenas ?? 0;
}

/** Enters an arena in the catalogue; one of the same slug stays as it is. `createdAt` in milliseconds since 1970. */
export async function enterArena(
  db: Database,
  arena: { slug: string; settings: string; createdAt: number },
): Promise<void> {
  await db.insert(arenas).values(arena).onConflictDoNothing();
}
