import { type VerdictEvent, verdictView } from "@agon/arena";
import type { Verdict } from "@agon/contract";
import type { ArenaRef } from "../http/arenas.ts";
import { readNames } from "./names.ts";

interface VerdictRow {
  seq: number;
  ballot: string;
  at: number;
  event: string;
}

/** Which verdicts: after a seq, or of one match of a tournament. */
export interface VerdictsWanted {
  readonly after: number;
  readonly limit: number;
  readonly battle?: { readonly tournament: number; readonly match: string };
}

export async function readVerdicts(
  db: D1Database,
  arena: ArenaRef,
  { after, limit, battle }: VerdictsWanted,
): Promise<Verdict[]> {
  const columns =
    "SELECT seq, ballot, at, event FROM log WHERE arena_id = ?1 AND type = 'verdict' AND seq > ?2";
  const query = battle
    ? db
        .prepare(
          `${columns} AND tournament = ?4 AND json_extract(event, '$.battle.match') = ?5 ORDER BY seq LIMIT ?3`,
        )
        .bind(arena.id, after, limit, battle.tournament, battle.match)
    : db.prepare(`${columns} ORDER BY seq LIMIT ?3`).bind(arena.id, after, limit);
  return shown(db, arena, (await query.all<VerdictRow>()).results);
}

/** The newest verdicts of one voter, newest first. */
export async function readVerdictsOf(
  db: D1Database,
  arena: ArenaRef,
  voter: string,
  limit: number,
): Promise<Verdict[]> {
  const { results } = await db
    .prepare(
      `SELECT seq, ballot, at, event FROM log WHERE arena_id = ?1 AND type = 'verdict'
       AND json_extract(event, '$.judge.id') = ?2 AND json_extract(event, '$.judge.kind') = 'human'
       ORDER BY seq DESC LIMIT ?3`,
    )
    .bind(arena.id, voter, limit)
    .all<VerdictRow>();
  return (await shown(db, arena, results.reverse())).reverse();
}

/** Rows of the log in its order, with names, and with what was taken back marked. */
async function shown(db: D1Database, arena: ArenaRef, rows: readonly VerdictRow[]): Promise<Verdict[]> {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return [];
  const [names, withdrawn] = await Promise.all([
    readNames(db, arena),
    arena.referee.withdrawn(first.seq, last.seq).then((pairs) => new Map(pairs)),
  ]);
  return rows.map(({ seq, ballot, at, event }) =>
    verdictView(names, {
      seq,
      ballot,
      at,
      event: JSON.parse(event) as VerdictEvent,
      withdrawnBy: withdrawn.get(seq) ?? null,
    }),
  );
}
