// The bill of a tournament before it begins: the battles it will take, times what judging their texts costs.
import type { Rehearsal, TournamentWish } from "@agon/arena";
import type { JudgeDefinition, JudgeEstimate, LlmDefinition } from "@agon/contract";
import { database, readTotals } from "@agon/db";
import type { ArenaRef } from "../http/arenas.ts";
import { must } from "../http/problem.ts";
import { jsonChunks } from "../referee/log-store.ts";
import { spentBy } from "../referee/purse.ts";
import { battleBill } from "./bill.ts";

interface Asked {
  readonly definition: JudgeDefinition;
  readonly members: readonly LlmDefinition[];
}

export async function estimateOf(
  db: D1Database,
  arena: ArenaRef,
  wish: TournamentWish,
  inline: LlmDefinition | null,
): Promise<JudgeEstimate> {
  // A judge on the spot is not one of the arena yet, and people take as many battles as it will.
  const planned = inline === null ? wish : ({ ...wish, judge: { kind: "human" } } as const);
  const rehearsal = must(await arena.referee.rehearse(planned));
  const asked = await askedJudge(arena, wish, inline);
  const spent = asked === null ? 0 : spentBy(await readTotals(database(db), arena.id), asked.definition.slug);
  const bill = asked === null ? freeBill : await billOf(db, arena.id, rehearsal, asked.members);
  const cap = asked?.definition.max_cost ?? null;
  return {
    battles: rehearsal.battles,
    ...bill,
    spent_usd: spent,
    max_cost: cap,
    warnings: warningsOf(asked, bill.cost_usd, spent, cap),
  };
}

type TotalBill = Pick<JudgeEstimate, "calls" | "input_tokens" | "output_tokens" | "cost_usd">;
const freeBill: TotalBill = { calls: 0, input_tokens: 0, output_tokens: 0, cost_usd: 0 };

async function askedJudge(
  arena: ArenaRef,
  { judge }: TournamentWish,
  inline: LlmDefinition | null,
): Promise<Asked | null> {
  if (inline !== null) return { definition: inline, members: [inline] };
  if (judge.kind === "human" || !("judge" in judge) || judge.kind === "rule") return null;
  return must(await arena.referee.judgeDefinition(judge.judge));
}

async function billOf(
  db: D1Database,
  arena: number,
  { battles, shown, size }: Rehearsal,
  members: readonly LlmDefinition[],
): Promise<TotalBill> {
  const chars = await charsShown(db, arena, shown);
  const mean = (sum: number) => (battles === 0 ? 0 : sum / battles);
  const slots = Math.max(2, Math.round(size));
  const battle = {
    // The prompt is counted with each of the outputs shown, and shown once.
    prompt: mean(chars.prompts) / Math.max(1, size),
    outputs: Array.from({ length: slots }, () => mean(chars.outputs) / slots),
  };
  const bills = members.map((member) => battleBill(member, battle));
  const total = (pick: (bill: (typeof bills)[number]) => number) =>
    Math.round(bills.reduce((sum, bill) => sum + pick(bill), 0) * battles);
  const priced = bills.every(({ usd }) => usd !== null);
  return {
    calls: total(({ calls }) => calls),
    input_tokens: total(({ inputTokens }) => inputTokens),
    output_tokens: total(({ outputTokens }) => outputTokens),
    cost_usd: priced ? bills.reduce((sum, { usd }) => sum + (usd ?? 0), 0) * battles : null,
  };
}

/** Characters of all outputs shown, and of the prompts beside each of them. */
async function charsShown(db: D1Database, arena: number, shown: Rehearsal["shown"]) {
  const sum = { outputs: 0, prompts: 0 };
  const query = `SELECT sum(length(o.content) * (row.value ->> 2)) AS outputs, sum(length(p.text) * (row.value ->> 2)) AS prompts
    FROM json_each(?1) AS row
    JOIN outputs AS o ON o.arena_id = ?2 AND o.model = row.value ->> 0 AND o.prompt = row.value ->> 1
    JOIN prompts AS p ON p.arena_id = ?2 AND p.prompt = row.value ->> 1`;
  for (const chunk of jsonChunks(shown)) {
    const row = await db
      .prepare(query)
      .bind(chunk, arena)
      .first<{ outputs: number | null; prompts: number | null }>();
    sum.outputs += row?.outputs ?? 0;
    sum.prompts += row?.prompts ?? 0;
  }
  return sum;
}

function warningsOf(
  asked: Asked | null,
  costUsd: number | null,
  spentUsd: number,
  cap: number | null,
): JudgeEstimate["warnings"] {
  if (asked === null) return [];
  const unpriced = asked.members.filter(({ price }) => price === null).map(({ slug }) => slug);
  const warnings: { code: string; message: string }[] = [];
  if (unpriced.length > 0)
    warnings.push({ code: "price_missing", message: `No price is known for ${unpriced.join(", ")}.` });
  if (cap !== null && costUsd !== null && spentUsd + costUsd > cap)
    warnings.push({
      code: "cap_too_low",
      message: `The cap of ${cap} USD ends it early: ${(spentUsd + costUsd).toFixed(2)} USD are expected.`,
    });
  return warnings;
}
