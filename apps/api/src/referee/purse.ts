// What judges have cost, and what one more battle is expected to cost.
import type { JudgeDefinition, LlmDefinition } from "@agon/contract";
import { database, type JudgeTotals, readTotals } from "@agon/db";
import { battleBill } from "../judging/bill.ts";
import type { Purse } from "./issue-judging.ts";

/** Mean characters of the texts of an arena. */
interface TextLengths {
  readonly prompt: number;
  readonly output: number;
}

/** Texts that stand for all others. */
const sampled = 300;

const meanLength = (column: string, table: string): string =>
  `SELECT avg(chars) AS mean FROM (SELECT length(${column}) AS chars FROM ${table} WHERE arena_id = ?1 LIMIT ?2)`;

async function readTextLengths(db: D1Database, arena: number): Promise<TextLengths> {
  const [prompts, outputs] = await db.batch<{ mean: number | null }>([
    db.prepare(meanLength("text", "prompts")).bind(arena, sampled),
    db.prepare(meanLength("content", "outputs")).bind(arena, sampled),
  ]);
  return { prompt: prompts?.results[0]?.mean ?? 0, output: outputs?.results[0]?.mean ?? 0 };
}

export const spentBy = (totals: readonly JudgeTotals[], judge: string): number =>
  totals
    .filter((row) => row.judge === judge || row.payer === judge)
    .reduce((sum, { costUsd }) => sum + costUsd, 0);

/** Reads what was spent; `verdicts` = how many battles of a judge were decided. */
export async function readPurse(
  db: D1Database,
  arena: number,
  membersOf: (definition: JudgeDefinition) => readonly LlmDefinition[],
  verdicts: (judge: string) => number,
): Promise<Purse> {
  const [totals, lengths] = await Promise.all([readTotals(database(db), arena), readTextLengths(db, arena)]);
  const spentUsd = (judge: string) => spentBy(totals, judge);
  return {
    spentUsd,
    battleUsd: (definition, { models }) => {
      const paid = totals.filter(({ payer }) => payer === definition.slug);
      const own = paid.reduce((sum, { costUsd }) => sum + costUsd, 0);
      const mean = verdicts(definition.slug) > 0 ? own / verdicts(definition.slug) : 0;
      const chars = { prompt: lengths.prompt, outputs: models.map(() => lengths.output) };
      const bills = membersOf(definition).map((member) => battleBill(member, chars).usd ?? 0);
      return Math.max(
        mean,
        bills.reduce((sum, usd) => sum + usd, 0),
      );
    },
  };
}
