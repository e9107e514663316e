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
  const { results } = await query.all<VerdictRow>();
  const first = results[0];
  const last = results.at(-1);
  if (first === undefined || last === undefined) return [];
  const [names, withdrawn] = await Promise.all([
    readNames(db, arena),
    arena.referee.withdrawn(first.seq, last.seq).then((pairs) => new Map(pairs)),
  ]);
  return results.map(({ seq, ballot, at, event }) =>
    verdictView(names, {
      seq,
      ballot,
      at,
      event: JSON.parse(event) as VerdictEvent,
      withdrawnBy: withdrawn.get(seq) ?? null,
    }),
  );
}
