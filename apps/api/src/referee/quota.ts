// Ballots given out per voter and day, in the object's own storage: a quota on what is issued bounds how much a voter
// can choose among battles.
export interface Quota {
  readonly limit: number;
  readonly used: number;
  /** Seconds until the count starts anew. */
  readonly resetS: number;
}

const dayMs = 86_400_000;
export const ballotsPerDay = 50;

/** Counts one more ballot for the voter and says where the count stands. */
export function countIssued(sql: SqlStorage, voter: string, now: number): Quota {
  const day = Math.floor(now / dayMs);
  sql.exec(
    "CREATE TABLE IF NOT EXISTS issued (day INTEGER, voter TEXT, ballots INTEGER, PRIMARY KEY (day, voter))",
  );
  sql.exec("DELETE FROM issued WHERE day < ?", day - 1);
  const { ballots } = sql
    .exec<{ ballots: number }>(
      `INSERT INTO issued VALUES (?, ?, 1) ON CONFLICT (day, voter) DO UPDATE SET ballots = ballots + 1
       RETURNING ballots`,
      day,
      voter,
    )
    .one();
  return { limit: ballotsPerDay, used: ballots, resetS: Math.ceil(((day + 1) * dayMs - now) / 1_000) };
}
