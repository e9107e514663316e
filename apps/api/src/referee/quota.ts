// Ballots given out per voter and day, in the object's own storage: a quota on what is issued bounds how much a voter
// can choose among battles. Who comes without a cookie is counted by network address, or dropping the cookie would be
// a way around the quota; the address is hashed with the day, and the counts are deleted after two days.
export interface Quota {
  readonly limit: number;
  readonly used: number;
  /** Seconds until the count starts anew. */
  readonly resetS: number;
}

const dayMs = 86_400_000;
/** Ballots a day of a voter with a cookie, and of all callers without one behind an address. */
const dailyBallots = { voter: 50, address: 200 } as const;

export interface Payer {
  readonly kind: keyof typeof dailyBallots;
  readonly id: string;
}

/** Counts one more ballot for the payer and says where the count stands. */
export function countIssued(sql: SqlStorage, { kind, id }: Payer, now: number): Quota {
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
      `${kind} ${id}`,
    )
    .one();
  return { limit: dailyBallots[kind], used: ballots, resetS: Math.ceil(((day + 1) * dayMs - now) / 1_000) };
}
