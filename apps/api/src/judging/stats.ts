// What a judge's verdicts say of the judge: a fold over the log, read outside the referee.
import type { VerdictEvent } from "@agon/arena";
import type { Judge, JudgeAgreement, JudgeDetail, JudgeShare, JudgeStats } from "@agon/contract";
import { database, type JudgeTotals, readTotals } from "@agon/db";
import { agreementByCategory, agreementOf, type JudgedItem } from "@agon/rating/analysis";
import type { ArenaRef } from "../http/arenas.ts";
import { spentBy } from "../referee/purse.ts";
import { kappaInterval, shareOf } from "./intervals.ts";

type Outcome = "low" | "high" | "tie";
type Duel = {
  readonly key: string;
  readonly prompt: number;
  readonly outcome: Outcome;
  readonly costUsd: number | null;
};

/** Duels by what they are about: criterion, prompt and pair; the verdicts of one side on each. */
type Sheet = Map<string, Duel[]>;

const pageSize = 2_000;

export async function judgeDetail(
  db: D1Database,
  arena: ArenaRef,
  judge: Judge,
  other: string | null,
): Promise<JudgeDetail> {
  const [verdicts, totals, prompts] = await Promise.all([
    readLog(db, arena, judge.slug, other),
    readTotals(database(db), arena.id, judge.slug),
    arena.referee.promptCategories(),
  ]);
  const mine = verdicts.filter((one) => isBy(one, judge.slug));
  const sheet = sheetOf(mine);
  const people = sheetOf(verdicts.filter((one) => one.judge.kind === "human"));
  const against = other === null ? null : sheetOf(verdicts.filter((one) => isBy(one, other)));
  return {
    ...judge,
    stats: { ...statsOf(mine, totals, judge), people: agreementsOf(sheet, people, prompts) },
    comparison: against && { with: other ?? "", ...agreementsOf(sheet, against, prompts) },
  };
}

const isBy = ({ judge }: VerdictEvent, slug: string): boolean =>
  (judge.kind === "llm" || judge.kind === "panel") && judge.id === slug;

/** Counted duels of people and of the judges concerned, in the order of the log. */
async function readLog(
  db: D1Database,
  arena: ArenaRef,
  judge: string,
  other: string | null,
): Promise<VerdictEvent[]> {
  const verdicts: VerdictEvent[] = [];
  const withdrawn = new Set((await arena.referee.withdrawn(0, await arena.referee.seq())).map(([of]) => of));
  for (let after = 0; ; ) {
    const { results } = await db
      .prepare(
        `SELECT seq, event FROM log WHERE arena_id = ?1 AND seq > ?2 AND type = 'verdict'
         AND (event ->> '$.judge.kind' = 'human' OR event ->> '$.judge.id' IN (?3, ?4)) ORDER BY seq LIMIT ?5`,
      )
      .bind(arena.id, after, judge, other ?? judge, pageSize)
      .all<{ seq: number; event: string }>();
    for (const { seq, event } of results) {
      const verdict = JSON.parse(event) as VerdictEvent;
      if (!verdict.late && !withdrawn.has(seq)) verdicts.push(verdict);
    }
    if (results.length < pageSize) return verdicts;
    after = results.at(-1)?.seq ?? after;
  }
}

/** Duels with the lower-numbered model first, so that the order shown does not matter. */
function sheetOf(verdicts: readonly VerdictEvent[]): Sheet {
  const sheet: Sheet = new Map();
  for (const verdict of verdicts) {
    const [a, b] = verdict.models;
    const [rankA, rankB] = verdict.ranks;
    if (verdict.models.length !== 2 || a === undefined || b === undefined) continue;
    const key = JSON.stringify([verdict.criterion, verdict.prompt, Math.min(a, b), Math.max(a, b)]);
    const lowWins = (rankA ?? 1) < (rankB ?? 1) === a < b;
    const outcome = rankA === rankB ? "tie" : lowWins ? "low" : "high";
    const duel: Duel = { key, prompt: verdict.prompt, outcome, costUsd: verdict.cost?.usd ?? null };
    sheet.set(key, [...(sheet.get(key) ?? []), duel]);
  }
  return sheet;
}

/** What the verdicts of a side on one duel come to: the outcome that most gave; a level count is a tie. */
function majority(duels: readonly Duel[]): Outcome {
  const count = (outcome: Outcome) => duels.filter((duel) => duel.outcome === outcome).length;
  const lead = count("low") - count("high");
  if (count("tie") > Math.max(count("low"), count("high"))) return "tie";
  return lead === 0 ? "tie" : lead > 0 ? "low" : "high";
}

function agreementsOf(
  sheet: Sheet,
  others: Sheet,
  prompts: readonly (string | null)[],
): JudgeStats["people"] {
  const items = [...sheet].flatMap(([key, duels]): JudgedItem[] => {
    const theirs = others.get(key);
    if (theirs === undefined) return [];
    const category = prompts[duels[0]?.prompt ?? -1] ?? undefined;
    return [{ judge: majority(duels), people: majority(theirs), ...(category ? { category } : {}) }];
  });
  return {
    ...agreementView(items),
    categories: [...agreementByCategory(items).keys()].sort().map((category) => ({
      category,
      ...agreementView(items.filter((item) => item.category === category)),
    })),
  };
}

function agreementView(items: readonly JudgedItem[]): JudgeAgreement {
  const { items: battles, agreed, share, kappa } = agreementOf(items);
  return { battles, agreed, share, kappa, ...kappaInterval(items) };
}

function statsOf(
  verdicts: readonly VerdictEvent[],
  totals: readonly JudgeTotals[],
  judge: Judge,
): Omit<JudgeStats, "people"> {
  const sum = (pick: (row: JudgeTotals) => number) => totals.reduce((all, row) => all + pick(row), 0);
  const calls = sum((row) => row.calls);
  const spent = spentBy(totals, judge.slug);
  const priced = verdicts.some(({ cost }) => cost !== undefined && cost.usd !== null) || spent > 0;
  return {
    verdicts: verdicts.length,
    ties: verdicts.filter(({ models, ranks }) => models.length === 2 && ranks[0] === ranks[1]).length,
    first_slot: firstSlot(verdicts),
    swap_consistency: swaps(verdicts),
    invalid: shareOf(
      sum((row) => row.invalid),
      calls,
    ),
    injection: injection(verdicts),
    calls,
    failures: sum((row) => row.failures),
    input_tokens: sum((row) => row.inputTokens),
    output_tokens: sum((row) => row.outputTokens),
    cost_usd: priced ? spent : null,
    cost_per_verdict_usd: priced && verdicts.length > 0 ? spent / verdicts.length : null,
  };
}

/** Every answer counts as it was given: a judge that says "first" both times shows it, though its verdict is a tie. */
function firstSlot(verdicts: readonly VerdictEvent[]): JudgeShare {
  const shown = verdicts.flatMap(({ looks, ranks }) => looks?.map((look) => look.ranks) ?? [ranks]);
  const decided = shown.filter((ranks) => ranks?.length === 2 && ranks[0] !== ranks[1]);
  return shareOf(decided.filter((ranks) => (ranks?.[0] ?? 1) < (ranks?.[1] ?? 1)).length, decided.length);
}

/** Of the duels that one model judged in both orders. */
function swaps(verdicts: readonly VerdictEvent[]): JudgeShare {
  let [both, same] = [0, 0];
  for (const { looks = [] } of verdicts) {
    for (const [, mine] of Map.groupBy(looks, ({ judge }) => judge)) {
      const [first, second] = mine;
      const swapped = first && second && first.order[0] !== second.order[0];
      if (!swapped || first.order.length !== 2 || first.ranks === null || second.ranks === null) continue;
      both += 1;
      if (signOf(first.order, first.ranks) === signOf(second.order, second.ranks)) same += 1;
    }
  }
  return shareOf(same, both);
}

/** Who won, as the sign of the difference between the battle's two outputs. */
function signOf(order: readonly number[], ranks: readonly number[]): number {
  const [first, second] = [ranks[order.indexOf(0)] ?? 0, ranks[order.indexOf(1)] ?? 0];
  return Math.sign(second - first);
}

/** Duels in which one output addresses the judge (`injection_{slot}` among the flags), won by that output. */
function injection(verdicts: readonly VerdictEvent[]): JudgeShare {
  const attacked = verdicts.flatMap(({ flags = [], ranks }) => {
    const slots = [0, 1].filter((slot) => flags.includes(`injection_${slot}`));
    const [slot] = slots;
    if (ranks.length !== 2 || slots.length !== 1 || slot === undefined) return [];
    return [(ranks[slot] ?? 1) < (ranks[1 - slot] ?? 1)];
  });
  return shareOf(attacked.filter(Boolean).length, attacked.length);
}
