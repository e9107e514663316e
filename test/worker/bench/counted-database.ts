/** A database that adds up what D1 says of every batch. */
export interface CountedDatabase {
  readonly db: D1Database;
  readonly meta: { batches: number; rowsWritten: number };
}

export function countedDatabase(db: D1Database): CountedDatabase {
  const meta = { batches: 0, rowsWritten: 0 };
  const batch = async <T>(statements: D1PreparedStatement[]): Promise<D1Result<T>[]> => {
    const results = await db.batch<T>(statements);
    meta.batches += 1;
    for (const result of results) meta.rowsWritten += result.meta.rows_written;
    return results;
  };
  const get = (target: D1Database, key: string | symbol): unknown => {
    if (key === "batch") return batch;
    const value: unknown = Reflect.get(target, key);
    return typeof value === "function" ? value.bind(target) : value;
  };
  return { db: new Proxy(db, { get }), meta };
}
