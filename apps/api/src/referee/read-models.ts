// Tournaments and matches as rows, replaced in the batch of the entries that changed them. A match gets its row when
// something happens to it.
import { jsonChunks, type LogRow } from "./log-store.ts";

const upsertMatches = `INSERT OR REPLACE INTO matches (arena_id, tournament, match, seq, view)
  SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)`;

const upsertTournaments = `INSERT OR REPLACE INTO tournaments (arena_id, tournament, status, seq, summary)
  SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?1)`;

export function readModelStatements(
  db: D1Database,
  arena: number,
  rows: readonly LogRow[],
): D1PreparedStatement[] {
  const matches = new Map<string, unknown[]>();
  const tournaments = new Map<string, unknown[]>();
  for (const { seq, feed } of rows) {
    const { tournament } = feed;
    if (tournament === undefined) continue;
    const number = Number(tournament.id.split(".").at(-1));
    tournaments.set(tournament.id, [number, tournament.status, seq, JSON.stringify(tournament)]);
    for (const match of feed.matches ?? []) {
      matches.set(`${tournament.id}/${match.id}`, [number, match.id, seq, JSON.stringify(match)]);
    }
  }
  return [
    ...jsonChunks([...matches.values()]).map((chunk) => db.prepare(upsertMatches).bind(chunk, arena)),
    ...jsonChunks([...tournaments.values()]).map((chunk) => db.prepare(upsertTournaments).bind(chunk, arena)),
  ];
}
