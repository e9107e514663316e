// Several judges, of different families, as one.
import type { Decided, Judge, JudgeContext, JudgedBattle, Judgement, Look, VerdictFlag } from "../judge.ts";
import { undecidable } from "../judge.ts";
import { competitionRanks } from "../rules/ranks.ts";
import { addSpend, noSpend, type Spend } from "../spend.ts";

export interface PanelMember {
  readonly judge: Judge;
  /** The family of its model: it stands aside where an output is of the same one. */
  readonly family: string | null;
}

export interface PanelSettings {
  /** Fewest members whose verdict is needed; default: half of those who may judge, rounded up. */
  readonly quorum?: number;
}

const familyOf = (family: string | null | undefined): string | null => family?.trim().toLowerCase() || null;

const mayJudge = ({ outputs }: JudgedBattle, { family }: PanelMember): boolean =>
  familyOf(family) === null || outputs.every((output) => familyOf(output.family) !== familyOf(family));

const told = (judgement: Judgement): { spend?: Spend; looks?: readonly Look[] } =>
  judgement.status === "pending" || judgement.status === "undecidable" ? {} : judgement;

/** Of duels the majority of signs; of larger battles the order of the mean ranks. */
function ranksOf(verdicts: readonly Decided[], size: number): number[] {
  if (size !== 2) {
    const sums = Array.from({ length: size }, (_, at) =>
      verdicts.reduce((sum, { ranks }) => sum - midRank(ranks, at), 0),
    );
    return competitionRanks(sums);
  }
  const signs = verdicts.reduce((sum, { ranks }) => sum + Math.sign((ranks[1] ?? 0) - (ranks[0] ?? 0)), 0);
  return signs === 0 ? [1, 1] : signs > 0 ? [1, 2] : [2, 1];
}

/** Ties share the mean of their ranks, so that a tie is not worth a win. */
function midRank(ranks: readonly number[], at: number): number {
  const own = ranks[at] ?? 0;
  const better = ranks.filter((rank) => rank < own).length;
  const tied = ranks.filter((rank) => rank === own).length;
  return better + (tied + 1) / 2;
}

const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((rank, at) => rank === b[at]);

function meanStrength(verdicts: readonly Decided[]): { strength?: number } {
  const known = verdicts.flatMap(({ strength }) => (strength === undefined ? [] : [strength]));
  if (known.length === 0) return {};
  return { strength: known.reduce((sum, strength) => sum + strength, 0) / known.length };
}

function verdictOf(verdicts: readonly Decided[], asked: number, size: number): Decided {
  const ranks = ranksOf(verdicts, size);
  const agreed = verdicts.filter((verdict) => isEqual(verdict.ranks, ranks)).length;
  const short: VerdictFlag[] = verdicts.length < asked ? ["panel_short"] : [];
  const flags = new Set<VerdictFlag>([...verdicts.flatMap(({ flags: own }) => own ?? []), ...short]);
  return {
    status: "decided",
    ranks,
    ...meanStrength(verdicts),
    agreement: agreed / verdicts.length,
    flags: [...flags],
  };
}

/** Why there is no verdict: what may work later comes first. */
function lacking(judgements: readonly Judgement[], spend: Spend, looks: readonly Look[]): Judgement {
  const failed = judgements.filter((judgement) => judgement.status === "failed");
  const worst = failed.find(({ failure }) => failure.retryable) ?? failed[0];
  if (worst !== undefined) return { status: "failed", failure: worst.failure, spend, looks };
  if (judgements.every(({ status }) => status === "abstained")) return { status: "abstained", spend, looks };
  return { status: "invalid", reason: "Too few members of the panel gave a verdict", spend, looks };
}

/**
 * Members judge at once. Those that fail or give no verdict are missing (flag `panel_short`); below the quorum there
 * is no verdict. An even split is a tie.
 */
export function panel(members: readonly PanelMember[], { quorum }: PanelSettings = {}): Judge {
  return async (battle: JudgedBattle, context: JudgeContext): Promise<Judgement> => {
    const asked = members.filter((member) => mayJudge(battle, member));
    if (asked.length === 0) return undecidable("Every judge of the panel is of a family that competes here");
    const judgements = await Promise.all(asked.map(({ judge }) => judge(battle, context)));
    const verdicts = judgements.filter((judgement) => judgement.status === "decided");
    const spend = addSpend(...judgements.map((judgement) => told(judgement).spend ?? noSpend));
    const looks = judgements.flatMap((judgement) => told(judgement).looks ?? []);
    const needed = Math.min(quorum ?? Math.ceil(asked.length / 2), asked.length);
    if (verdicts.length === 0 || verdicts.length < needed) return lacking(judgements, spend, looks);
    return { ...verdictOf(verdicts, asked.length, battle.outputs.length), spend, looks };
  };
}
