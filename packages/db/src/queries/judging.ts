import { and, eq, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { judgeAnswers, judgeTotals } from "../schema.ts";

export type JudgeTotals = typeof judgeTotals.$inferSelect;

export async function findAnswer(db: Database, key: string): Promise<string | null> {
  const row = await db
    .select({ answer: judgeAnswers.answer })
    .from(judgeAnswers)
    .where(eq(judgeAnswers.key, key))
    .get();
  return row?.answer ?? null;
}

/** An answer and its share of the totals, in one batch: both or neither. An answer that is there stays. */
export async function keepAnswer(
  db: Database,
  answer: typeof judgeAnswers.$inferInsert,
  totals: JudgeTotals,
): Promise<void> {
  await db.batch([db.insert(judgeAnswers).values(answer).onConflictDoNothing(), addToTotals(db, totals)]);
}

/** Calls that left no answer to keep. */
export async function countCalls(db: Database, totals: JudgeTotals): Promise<void> {
  await addToTotals(db, totals);
}

const addToTotals = (db: Database, totals: JudgeTotals) =>
  db
    .insert(judgeTotals)
    .values(totals)
    .onConflictDoUpdate({
      target: [judgeTotals.arenaId, judgeTotals.payer, judgeTotals.judge],
      set: {
        calls: sql`calls + excluded.calls`,
        failures: sql`failures + excluded.failures`,
        invalid: sql`invalid + excluded.invalid`,
        inputTokens: sql`input_tokens + excluded.input_tokens`,
        outputTokens: sql`output_tokens + excluded.output_tokens`,
        costUsd: sql`cost_usd + excluded.cost_usd`,
      },
    });

/** Every row of an arena; of those a judge asked for or was asked in, when it is named. */
export const readTotals = (db: Database, arena: number, judge?: string): Promise<JudgeTotals[]> =>
  db
    .select()
    .from(judgeTotals)
    .where(
      and(
        eq(judgeTotals.arenaId, arena),
        judge === undefined ? undefined : or(eq(judgeTotals.payer, judge), eq(judgeTotals.judge, judge)),
      ),
    );
