import type { Judge, JudgeContext, JudgedBattle, JudgedCriterion, Judgement } from "../judge.ts";

/** One judgement per criterion, asked one by one, so that no criterion colours another. */
export async function judgeByCriteria(
  judge: Judge,
  battle: JudgedBattle,
  context: JudgeContext,
  criteria: readonly JudgedCriterion[],
): Promise<Map<string, Judgement>> {
  const judged = await Promise.all(
    criteria.map(
      async (criterion) => [criterion.slug, await judge(battle, { ...context, criterion })] as const,
    ),
  );
  return new Map(judged);
}
