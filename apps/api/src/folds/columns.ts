// Verdicts one by one, for folds that counts cannot serve (rating in order, clustered intervals). Every isolate keeps
// what it has read of an arena and reads on from there.
import type { VerdictEvent } from "@agon/arena";
import type { Ballot } from "@agon/rating";

interface Row {
  readonly seq: number;
  readonly ballot: Ballot;
  readonly criterion: string;
  readonly judge: string;
  readonly voter: string;
  readonly prompt: number;
}

interface Columns {
  seq: number;
  readonly rows: Row[];
  reading: Promise<void>;
}

const kept = new Map<number, Columns>();
/** Arenas held at once in an isolate; the one read longest ago makes room. */
const arenasKept = 8;
const pageSize = 5_000;

function columnsOf(arena: number): Columns {
  const found = kept.get(arena) ?? { seq: 0, rows: [], reading: Promise.resolve() };
  kept.delete(arena);
  kept.set(arena, found);
  const oldest = kept.keys().next().value;
  if (kept.size > arenasKept && oldest !== undefined) kept.delete(oldest);
  return found;
}

async function readUpTo(db: D1Database, arena: number, columns: Columns, seq: number): Promise<void> {
  while (columns.seq < seq) {
    const { results } = await db
      .prepare(
        `SELECT seq, event FROM log WHERE arena_id = ?1 AND seq > ?2 AND seq <= ?3
         AND type = 'verdict' ORDER BY seq LIMIT ?4`,
      )
      .bind(arena, columns.seq, seq, pageSize)
      .all<{ seq: number; event: string }>();
    for (const row of results) takeRow(columns, row);
    columns.seq = results.length < pageSize ? seq : (results.at(-1)?.seq ?? seq);
  }
}

function takeRow(columns: Columns, { seq, event }: { seq: number; event: string }): void {
  const verdict = JSON.parse(event) as VerdictEvent;
  if (verdict.late) return;
  const { models, ranks, firstOnly, criterion, judge, prompt } = verdict;
  const ballot: Ballot = { models, ranks, ...(firstOnly ? { firstOnly } : {}) };
  columns.rows.push({ seq, ballot, criterion, judge: judge.kind, voter: judge.id, prompt });
}

export interface ColumnFilter {
  readonly criterion: string;
  /** Null = all. */
  readonly judge: string | null;
  /** Prompts of the category; null = all. */
  readonly prompts: ReadonlySet<number> | null;
  readonly cluster: "none" | "voter" | "prompt";
  /** Seqs of verdicts that were taken back or overruled. */
  readonly withdrawn: ReadonlySet<number>;
}

/** Counted verdicts up to `seq`, in the order of the log, with their clusters numbered. */
export async function readBallots(
  db: D1Database,
  arena: number,
  seq: number,
  filter: ColumnFilter,
): Promise<Ballot[]> {
  const columns = columnsOf(arena);
  // One reader at a time, so that no row is taken twice.
  columns.reading = columns.reading.catch(() => undefined).then(() => readUpTo(db, arena, columns, seq));
  await columns.reading;
  const clusters = new Map<string | number, number>();
  const numberOf = (unit: string | number): number => {
    const known = clusters.get(unit) ?? clusters.size;
    clusters.set(unit, known);
    return known;
  };
  return columns.rows
    .filter((row) => row.seq <= seq && passes(row, filter))
    .map(({ ballot, voter, prompt }) =>
      filter.cluster === "none"
        ? ballot
        : { ...ballot, cluster: numberOf(filter.cluster === "voter" ? voter : prompt) },
    );
}

const passes = (row: Row, { criterion, judge, prompts, withdrawn }: ColumnFilter): boolean =>
  !withdrawn.has(row.seq) &&
  row.criterion === criterion &&
  (judge === null || row.judge === judge) &&
  (prompts?.has(row.prompt) ?? true);
