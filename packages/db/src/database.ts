import { type AnyD1Database, drizzle } from "drizzle-orm/d1";

/** Typed queries on a D1 database. The log's bulk writes stay SQL: one bound JSON text carries a thousand rows. */
export const database = (d1: AnyD1Database) => drizzle(d1);
export type Database = ReturnType<typeof database>;
