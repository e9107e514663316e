// What a courier knows, in the object's own SQLite: subscriptions, deliveries, how far the log was read. None of it is
// evidence; the log is.
import type { OutboundType } from "@agon/contract";

export interface SubscriptionRow extends Record<string, SqlStorageValue> {
  id: string;
  url: string;
  /** Separated by spaces. */
  types: string;
  description: string;
  status: string;
  disabled_reason: string | null;
  failing_since: number | null;
  version: number;
  previous_until: number | null;
  /** Entries up to this one are not told. */
  from_seq: number;
  created_at: number;
}

export interface DeliveryRow extends Record<string, SqlStorageValue> {
  number: number;
  id: string;
  subscription: string;
  type: string;
  body: string;
  status: string;
  /** Attempts since it was made, or replayed. */
  made: number;
  next_at: number | null;
  created_at: number;
}

export interface AttemptRow extends Record<string, SqlStorageValue> {
  delivery: string;
  at: number;
  duration_ms: number;
  status: number | null;
  error: string | null;
  response: string;
}

const tables = [
  `CREATE TABLE IF NOT EXISTS subscriptions (id TEXT PRIMARY KEY, url TEXT NOT NULL, types TEXT NOT NULL,
    description TEXT NOT NULL, status TEXT NOT NULL, disabled_reason TEXT, failing_since INTEGER,
    version INTEGER NOT NULL, previous_until INTEGER, from_seq INTEGER NOT NULL, created_at INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS deliveries (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    subscription TEXT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, status TEXT NOT NULL, made INTEGER NOT NULL,
    next_at INTEGER, created_at INTEGER NOT NULL)`,
  "CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (next_at) WHERE next_at IS NOT NULL",
  "CREATE INDEX IF NOT EXISTS deliveries_of ON deliveries (subscription, number)",
  `CREATE TABLE IF NOT EXISTS attempts (delivery TEXT NOT NULL, at INTEGER NOT NULL, duration_ms INTEGER NOT NULL,
    status INTEGER, error TEXT, response TEXT NOT NULL)`,
  "CREATE INDEX IF NOT EXISTS attempts_of ON attempts (delivery, at)",
  /** What was told already and is not told twice: a match of this version, a round, a tournament. */
  "CREATE TABLE IF NOT EXISTS told (key TEXT PRIMARY KEY) WITHOUT ROWID",
];

export class CourierStore {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    for (const table of tables) sql.exec(table);
  }

  // ---- subscriptions -------------------------------------------------------------------------------------------

  subscriptions(): SubscriptionRow[] {
    return this.#sql.exec<SubscriptionRow>("SELECT * FROM subscriptions ORDER BY created_at, id").toArray();
  }

  subscription(id: string): SubscriptionRow | null {
    return (
      this.#sql.exec<SubscriptionRow>("SELECT * FROM subscriptions WHERE id = ?", id).toArray()[0] ?? null
    );
  }

  /** Adds a subscription, or replaces the one of its id. */
  keep(row: SubscriptionRow): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO subscriptions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      row.id,
      row.url,
      row.types,
      row.description,
      row.status,
      row.disabled_reason,
      row.failing_since,
      row.version,
      row.previous_until,
      row.from_seq,
      row.created_at,
    );
  }

  remove(id: string): void {
    this.#sql.exec(
      "DELETE FROM attempts WHERE delivery IN (SELECT id FROM deliveries WHERE subscription = ?)",
      id,
    );
    this.#sql.exec("DELETE FROM deliveries WHERE subscription = ?", id);
    this.#sql.exec("DELETE FROM subscriptions WHERE id = ?", id);
  }

  // ---- deliveries ----------------------------------------------------------------------------------------------

  /** A delivery that is due at once; gives its id. */
  enqueue(subscription: string, type: OutboundType, body: string, now: number): string {
    const id = `msg_${crypto.randomUUID().replaceAll("-", "")}`;
    this.#sql.exec(
      `INSERT INTO deliveries (id, subscription, type, body, status, made, next_at, created_at)
       VALUES (?, ?, ?, ?, 'pending', 0, ?, ?)`,
      id,
      subscription,
      type,
      body,
      now,
      now,
    );
    return id;
  }

  delivery(id: string): DeliveryRow | null {
    return this.#sql.exec<DeliveryRow>("SELECT * FROM deliveries WHERE id = ?", id).toArray()[0] ?? null;
  }

  /** Newest first, those before number `before`; of one status, or all. */
  deliveries(subscription: string, status: string | null, before: number, limit: number): DeliveryRow[] {
    return this.#sql
      .exec<DeliveryRow>(
        `SELECT * FROM deliveries WHERE subscription = ?1 AND number < ?2 AND (?3 IS NULL OR status = ?3)
         ORDER BY number DESC LIMIT ?4`,
        subscription,
        before,
        status,
        limit,
      )
      .toArray();
  }

  /** The next delivery of a subscription that is due. */
  due(subscription: string, now: number): DeliveryRow | null {
    const rows = this.#sql.exec<DeliveryRow>(
      "SELECT * FROM deliveries WHERE subscription = ? AND next_at <= ? ORDER BY next_at, number LIMIT 1",
      subscription,
      now,
    );
    return rows.toArray()[0] ?? null;
  }

  /** When something is due next, among the subscriptions that are not `busy`. */
  nextDue(busy: readonly string[]): number | null {
    const row = this.#sql
      .exec<{ at: number | null }>(
        `SELECT min(next_at) AS at FROM deliveries WHERE next_at IS NOT NULL
         AND subscription NOT IN (SELECT value FROM json_each(?))`,
        JSON.stringify(busy),
      )
      .one();
    return row.at;
  }

  settle(id: string, status: "pending" | "delivered" | "failed", made: number, nextAt: number | null): void {
    this.#sql.exec(
      "UPDATE deliveries SET status = ?, made = ?, next_at = ? WHERE id = ?",
      status,
      made,
      nextAt,
      id,
    );
  }

  /** Deliveries of a range of time wait for a new attempt; gives how many. */
  replay(subscription: string, since: number, until: number, onlyFailed: boolean, now: number): number {
    this.#sql.exec(
      `UPDATE deliveries SET status = 'pending', made = 0, next_at = ?5
       WHERE subscription = ?1 AND created_at >= ?2 AND created_at < ?3 AND (status = 'failed' OR (?4 = 0 AND status = 'delivered'))`,
      subscription,
      since,
      until,
      onlyFailed ? 1 : 0,
      now,
    );
    return this.#sql.exec<{ count: number }>("SELECT changes() AS count").one().count;
  }

  /** What waits for a subscription that is disabled will not be tried. */
  giveUp(subscription: string): void {
    this.#sql.exec(
      "UPDATE deliveries SET status = 'failed', next_at = NULL WHERE subscription = ? AND status = 'pending'",
      subscription,
    );
  }

  attempts(delivery: string): AttemptRow[] {
    return this.#sql
      .exec<AttemptRow>("SELECT * FROM attempts WHERE delivery = ? ORDER BY at", delivery)
      .toArray();
  }

  note({ delivery, at, duration_ms, status, error, response }: AttemptRow): void {
    this.#sql.exec(
      "INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?)",
      delivery,
      at,
      duration_ms,
      status,
      error,
      response,
    );
  }

  /** Forgets what was settled and made before a time. */
  prune(before: number): void {
    const old = "SELECT id FROM deliveries WHERE created_at < ? AND status <> 'pending'";
    this.#sql.exec(`DELETE FROM attempts WHERE delivery IN (${old})`, before);
    this.#sql.exec("DELETE FROM deliveries WHERE created_at < ? AND status <> 'pending'", before);
  }

  // ---- told ----------------------------------------------------------------------------------------------------

  /** True the first time. */
  tell(key: string): boolean {
    return this.#sql.exec("INSERT OR IGNORE INTO told VALUES (?)", key).rowsWritten > 0;
  }

  forget(key: string): void {
    this.#sql.exec("DELETE FROM told WHERE key = ?", key);
  }
}
