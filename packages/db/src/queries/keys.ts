import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { apiKeys } from "../schema.ts";

export type StoredKey = typeof apiKeys.$inferSelect;

export async function findKey(db: Database, id: string): Promise<StoredKey | null> {
  const row = await db.select().from(apiKeys).where(eq(apiKeys.id, id)).get();
  return row ?? null;
}

/** Enters a key by its hash; one of the same id is replaced. Answers the stored row. */
export async function enterKey(db: Database, key: typeof apiKeys.$inferInsert): Promise<StoredKey> {
  const { id: _, ...rest } = key;
  return db
    .insert(apiKeys)
    .values(key)
    .onConflictDoUpdate({ target: apiKeys.id, set: rest })
    .returning()
    .get();
}

/** `at` in milliseconds since 1970. */
export async function touchKey(db: Database, id: string, at: number): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id));
}
