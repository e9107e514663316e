// The log in D1. Rows go in through one bound JSON text a statement, which carries a thousand of them.
import type { ArenaEvent, LogEntry, StoredConsequences } from "@agon/arena";

/** A row to be written. */
export interface LogRow {
  readonly seq: number;
  readonly ballot: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: ArenaEvent;
  readonly answer: string | null;
  readonly feed: StoredConsequences;
}

/** A bound parameter ends at 1 MB; a character takes at most 3 bytes. */
const chunkChars = 300_000;

/** Cuts rows into JSON texts of bounded size. */
export function jsonChunks(rows: readonly unknown[]): string[] {
  const chunks: string[] = [];
  let texts: string[] = [];
  let chars = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (chars + text.length > chunkChars && texts.length > 0) {
      chunks.push(`[${texts.join(",")}]`);
      texts = [];
      chars = 0;
    }
    texts.push(text);
    chars += text.length;
  }
  if (texts.length > 0) chunks.push(`[${texts.join(",")}]`);
  return chunks;
}

const insertLog = `INSERT INTO log (arena_id, seq, ballot, type, at, tournament, event, answer, feed)
  SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7
  FROM json_each(?1)`;

export function appendStatements(
  db: D1Database,
  arena: number,
  rows: readonly LogRow[],
): D1PreparedStatement[] {
  const tuples = rows.map(({ seq, ballot, at, event, answer, feed }) => [
    seq,
    ballot,
    event.type,
    at,
    tournamentOf(event),
    JSON.stringify(event),
    answer,
    JSON.stringify(feed),
  ]);
  return jsonChunks(tuples).map((chunk) => db.prepare(insertLog).bind(chunk, arena));
}

function tournamentOf(event: ArenaEvent): number | null {
  if (event.type === "verdict") return event.battle?.tournament ?? null;
  if (event.type === "verdict.withdrawn") return event.verdict.battle?.tournament ?? null;
  return "tournament" in event ? event.tournament : null;
}

export interface StoredEntry extends LogEntry {
  readonly ballot: string | null;
  readonly feed: StoredConsequences;
}

interface EntryRow {
  seq: number;
  ballot: string | null;
  at: number;
  event: string;
  feed: string | null;
}

/** Entries after `since`, oldest first; of one tournament when it is given. */
export async function readEntries(
  db: D1Database,
  arena: number,
  since: number,
  limit: number,
  tournament: number | null = null,
): Promise<StoredEntry[]> {
  const { results } = await db
    .prepare(
      `SELECT seq, ballot, at, event, feed FROM log
       WHERE arena_id = ?1 AND seq > ?2 AND (?4 IS NULL OR tournament = ?4) ORDER BY seq LIMIT ?3`,
    )
    .bind(arena, since, limit, tournament)
    .all<EntryRow>();
  return results.map((row) => ({
    seq: row.seq,
    at: row.at,
    ballot: row.ballot,
    event: JSON.parse(row.event) as ArenaEvent,
    feed: JSON.parse(row.feed ?? '{"votes":0}') as StoredConsequences,
  }));
}

/** An id that stands in the log: the entry behind it and the answer that was given. */
export interface SpentBallot {
  readonly seq: number;
  readonly at: number;
  readonly event: ArenaEvent;
  readonly answer: string | null;
}

/** Looks ballots up in the log; those not cast are missing from the result. */
export async function findBallots(
  db: D1Database,
  arena: number,
  ballots: readonly string[],
): Promise<Map<string, SpentBallot>> {
  const found = new Map<string, SpentBallot>();
  for (const chunk of jsonChunks(ballots)) {
    const { results } = await db
      .prepare(
        `SELECT ballot, seq, at, event, answer FROM log
         WHERE arena_id = ?2 AND ballot IN (SELECT value FROM json_each(?1))`,
      )
      .bind(chunk, arena)
      .all<{ ballot: string; seq: number; at: number; event: string; answer: string | null }>();
    for (const row of results) {
      const event = JSON.parse(row.event) as ArenaEvent;
      found.set(row.ballot, { seq: row.seq, at: row.at, event, answer: row.answer });
    }
  }
  return found;
}
