// The log outside of the referee: an isolate keeps the columns of what it has read of an arena and reads on from there.
import type { VerdictEvent } from "@agon/arena";
import { refuse } from "../http/problem.ts";
import { VerdictColumns } from "./verdict-columns.ts";

interface Kept {
  readonly columns: VerdictColumns;
  reading: Promise<void>;
}

const kept = new Map<number, Kept>();
/** Verdicts held at once in an isolate, about 60 bytes each; the arena read longest ago makes room. */
const verdictsKept = 600_000;
const pageSize = 5_000;

function keptOf(arena: number): Kept {
  const found = kept.get(arena) ?? { columns: new VerdictColumns(), reading: Promise.resolve() };
  kept.delete(arena);
  kept.set(arena, found);
  return found;
}

function makeRoom(): void {
  let held = [...kept.values()].reduce((sum, { columns }) => sum + columns.length, 0);
  for (const [arena, { columns }] of kept) {
    if (held <= verdictsKept || kept.size === 1) return;
    kept.delete(arena);
    held -= columns.length;
  }
}

async function readUpTo(db: D1Database, arena: number, columns: VerdictColumns, seq: number): Promise<void> {
  while (columns.seq < seq) {
    const { results } = await db
      .prepare(
        `SELECT seq, event FROM log WHERE arena_id = ?1 AND seq > ?2 AND seq <= ?3
         AND type = 'verdict' ORDER BY seq LIMIT ?4`,
      )
      .bind(arena, columns.seq, seq, pageSize)
      .all<{ seq: number; event: string }>();
    for (const row of results) columns.add(row.seq, JSON.parse(row.event) as VerdictEvent);
    columns.seq = results.length < pageSize ? seq : (results.at(-1)?.seq ?? seq);
  }
}

/** Most verdicts that a fold reads one by one. */
export const verdictsRead = 500_000;

/** The arena's verdicts at least up to `seq`. `votes`: how many the arena counts, to refuse what would not fit. */
export async function readColumns(
  db: D1Database,
  arena: number,
  seq: number,
  votes: number,
): Promise<VerdictColumns> {
  if (votes > verdictsRead) {
    throw refuse(
      "board_too_large",
      `This needs every vote by itself, which is done for up to ${verdictsRead} votes; the arena has ${votes}. Export the log and use "agon rate".`,
    );
  }
  const { columns, reading } = keptOf(arena);
  // One reader at a time, so that no row is taken twice.
  const next = reading.catch(() => undefined).then(() => readUpTo(db, arena, columns, seq));
  keptOf(arena).reading = next;
  await next;
  makeRoom();
  return columns;
}
