import { eq, getTableColumns } from "drizzle-orm";
import type { Database } from "../database.ts";
import { apiKeys, arenas } from "../schema.ts";

export type StoredKey = typeof apiKeys.$inferSelect;
type NewKey = typeof apiKeys.$inferInsert;

/** A key with the name of its arena. */
export type NamedKey = StoredKey & { readonly arena: string | null };

export async function findKey(db: Database, id: string): Promise<StoredKey | null> {
  const row = await db.select().from(apiKeys).where(eq(apiKeys.id, id)).get();
  return row ?? null;
}

const named = (db: Database) =>
  db
    .select({ ...getTableColumns(apiKeys), arena: arenas.slug })
    .from(apiKeys)
    .leftJoin(arenas, eq(arenas.id, apiKeys.arenaId));

/** Every key, oldest first. */
export const listKeys = (db: Database): Promise<NamedKey[]> =>
  named(db).orderBy(apiKeys.createdAt, apiKeys.id).all();

export async function findNamedKey(db: Database, id: string): Promise<NamedKey | null> {
  return (await named(db).where(eq(apiKeys.id, id)).get()) ?? null;
}

/** A new key; false when its id is taken. */
export async function insertKey(db: Database, key: NewKey): Promise<boolean> {
  const rows = await db.insert(apiKeys).values(key).onConflictDoNothing().returning({ id: apiKeys.id });
  return rows.length > 0;
}

/** Enters a key by its hash; one of the same id is replaced. Answers the stored row. */
export async function enterKey(db: Database, key: NewKey): Promise<StoredKey> {
  const { id: _, ...rest } = key;
  return db
    .insert(apiKeys)
    .values(key)
    .onConflictDoUpdate({ target: apiKeys.id, set: rest })
    .returning()
    .get();
}

export async function deleteKey(db: Database, id: string): Promise<void> {
  await db.delete(apiKeys).where(eq(apiKeys.id, id));
}

/** `at` in milliseconds since 1970. */
export async function touchKey(db: Database, id: string, at: number): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
}
