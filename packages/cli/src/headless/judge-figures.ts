// How a judge behaved in a run: what the bias report shows.
import { addSpend, type Look, noSpend, type Spend } from "@agon/judge";
import { positionBias, swapConsistency } from "@agon/rating/analysis";
import type { PlayedBattle } from "./play.ts";

export interface JudgeFigures {
  readonly judge: string;
  /** Answers, read or not. */
  readonly answers: number;
  readonly invalid: number;
  readonly invalid_rate: number;
  /** Share of decided duels that the output shown first won; .5 is fair. With its 95 % interval. */
  readonly first_slot_rate: number | null;
  readonly first_slot_lower: number | null;
  readonly first_slot_upper: number | null;
  /** Duels asked in both orders, and the share that the swap did not change. */
  readonly swapped: number;
  readonly swap_consistency: number | null;
}

const told = ({ judgement }: PlayedBattle): readonly Look[] => judgement.looks ?? [];

/** Who won, as a place in the battle whatever the slots. */
function winner({ ranks, order }: Look): "a" | "b" | "tie" | null {
  if (ranks === null) return null;
  if (ranks[0] === ranks[1]) return "tie";
  return order[(ranks[0] ?? 0) < (ranks[1] ?? 0) ? 0 : 1] === 0 ? "a" : "b";
}

/** The first two looks of a judge at a duel, when the second is the first one swapped. */
function swappedOf(looks: readonly Look[]) {
  const [first, second] = looks;
  if (first === undefined || second === undefined || first.order.length !== 2) return [];
  const [inOrder, swapped] = [winner(first), winner(second)];
  if (first.order[0] === second.order[0] || inOrder === null || swapped === null) return [];
  return [{ inOrder, swapped }];
}

function figuresOf(judge: string, battles: readonly PlayedBattle[]): JudgeFigures {
  const byBattle = battles.map((battle) => told(battle).filter((look) => look.judge === judge));
  const looks = byBattle.flat();
  const invalid = looks.filter(({ ranks }) => ranks === null).length;
  const duels = looks.flatMap(({ ranks }) => (ranks?.length === 2 ? [ranks] : []));
  const bias = positionBias(duels);
  const swap = swapConsistency(byBattle.flatMap(swappedOf));
  return {
    judge,
    answers: looks.length,
    invalid,
    invalid_rate: looks.length === 0 ? 0 : invalid / looks.length,
    first_slot_rate: bias.firstShare,
    first_slot_lower: bias.lower,
    first_slot_upper: bias.upper,
    swapped: swap.duels,
    swap_consistency: swap.share,
  };
}

/** One entry per model that gave answers. */
export function judgeFigures(battles: readonly PlayedBattle[]): JudgeFigures[] {
  const judges = [...new Set(battles.flatMap((battle) => told(battle).map(({ judge }) => judge)))];
  return judges.map((judge) => figuresOf(judge, battles));
}

/** Verdicts by flag: `inconsistent`, `identical`, `injection_suspected`, ... */
export function flagCounts(battles: readonly PlayedBattle[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { judgement } of battles)
    for (const flag of judgement.flags ?? []) counts[flag] = (counts[flag] ?? 0) + 1;
  return counts;
}

/** What this invocation spent, and how much came from earlier ones. */
export const spendOf = (battles: readonly PlayedBattle[]): Spend =>
  addSpend(...battles.map(({ judgement }) => judgement.spend ?? noSpend));
