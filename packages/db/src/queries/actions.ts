import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { arenas, operatorActions } from "../schema.ts";

type StoredAction = typeof operatorActions.$inferSelect & { readonly arena: string | null };

export async function enterAction(db: Database, action: typeof operatorActions.$inferInsert): Promise<void> {
  await db.insert(operatorActions).values(action);
}

/** Newest first, those before the action `before`; of one arena, or all. */
export const listActions = (
  db: Database,
  arena: number | null,
  before: number,
  limit: number,
): Promise<StoredAction[]> =>
  db
    .select({ ...getTableColumns(operatorActions), arena: arenas.slug })
    .from(operatorActions)
    .leftJoin(arenas, eq(arenas.id, operatorActions.arenaId))
    .where(
      and(lt(operatorActions.id, before), arena === null ? undefined : eq(operatorActions.arenaId, arena)),
    )
    .orderBy(desc(operatorActions.id))
    .limit(limit)
    .all();
