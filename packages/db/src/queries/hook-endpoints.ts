import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { hookEndpoints } from "../schema.ts";

export type StoredEndpoint = typeof hookEndpoints.$inferSelect;

export async function enterEndpoint(db: Database, endpoint: StoredEndpoint): Promise<void> {
  await db.insert(hookEndpoints).values(endpoint);
}

export async function findEndpoint(db: Database, id: string): Promise<StoredEndpoint | null> {
  const row = await db.select().from(hookEndpoints).where(eq(hookEndpoints.id, id)).get();
  return row ?? null;
}

/** The endpoints of an arena, oldest first. */
export const listEndpoints = (db: Database, arena: number): Promise<StoredEndpoint[]> =>
  db
    .select()
    .from(hookEndpoints)
    .where(eq(hookEndpoints.arenaId, arena))
    .orderBy(asc(hookEndpoints.createdAt), asc(hookEndpoints.id));

const within = (arena: number, id: string) => and(eq(hookEndpoints.arenaId, arena), eq(hookEndpoints.id, id));

/** Raises the version from `from`; null when the endpoint is not there or somebody else was faster. */
export async function rotateEndpoint(
  db: Database,
  { arenaId, id, version }: StoredEndpoint,
  previousUntil: number,
): Promise<StoredEndpoint | null> {
  const rows = await db
    .update(hookEndpoints)
    .set({ version: version + 1, previousUntil })
    .where(and(within(arenaId, id), eq(hookEndpoints.version, version)))
    .returning();
  return rows[0] ?? null;
}

/** Answers the row that was there. */
export async function removeEndpoint(
  db: Database,
  arena: number,
  id: string,
): Promise<StoredEndpoint | null> {
  const rows = await db.delete(hookEndpoints).where(within(arena, id)).returning();
  return rows[0] ?? null;
}
