import { Z95 } from "../interval.ts";

/** One item on which a judge and people both decided; labels may be any outcomes, cost in dollars. */
export interface JudgedItem {
  readonly judge: string;
  readonly people: string;
  readonly category?: string;
  readonly costUsd?: number;
}

export interface Agreement {
  readonly items: number;
  readonly agreed: number;
  /** Share agreed; null without items. */
  readonly share: number | null;
  /** J. Cohen's kappa (1960): 1 perfect, 0 as by chance; null when chance alone would agree always. */
  readonly kappa: number | null;
  /** 95 % interval of kappa (J. Fleiss, J. Cohen, B. Everitt, 1969); null where kappa is. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Cost of one agreed item; null when nothing agreed or no cost is known. */
  readonly costPerAgreementUsd: number | null;
}

function shares(labels: readonly string[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const label of labels) result.set(label, (result.get(label) ?? 0) + 1 / labels.length);
  return result;
}

/** Large-sample variance of kappa from the cells of the table of judge and people. */
function kappaVariance(items: readonly JudgedItem[], kappa: number, chance: number): number {
  const [byJudge, byPeople] = [
    shares(items.map(({ judge }) => judge)),
    shares(items.map(({ people }) => people)),
  ];
  const rest = 1 - kappa;
  let sum = -((kappa - chance * rest) ** 2);
  for (const { judge, people } of items) {
    const margins =
      judge === people
        ? 1 - ((byJudge.get(judge) ?? 0) + (byPeople.get(people) ?? 0)) * rest
        : rest * ((byJudge.get(people) ?? 0) + (byPeople.get(judge) ?? 0));
    sum += margins ** 2 / items.length;
  }
  return Math.max(0, sum) / (items.length * (1 - chance) ** 2);
}

/** How far a judge agrees with people beyond chance. */
export function agreementOf(items: readonly JudgedItem[]): Agreement {
  const agreed = items.filter(({ judge, people }) => judge === people).length;
  const byPeople = shares(items.map(({ people }) => people));
  let chance = 0;
  for (const [label, share] of shares(items.map(({ judge }) => judge)))
    chance += share * (byPeople.get(label) ?? 0);
  const share = items.length === 0 ? null : agreed / items.length;
  const kappa = share === null || chance > 1 - 1e-12 ? null : (share - chance) / (1 - chance);
  const half = kappa === null ? 0 : Z95 * Math.sqrt(kappaVariance(items, kappa, chance));
  const known = items.some(({ costUsd }) => costUsd !== undefined);
  const cost = items.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  return {
    items: items.length,
    agreed,
    share,
    kappa,
    lower: kappa === null ? null : Math.max(-1, kappa - half),
    upper: kappa === null ? null : Math.min(1, kappa + half),
    costPerAgreementUsd: agreed > 0 && known ? cost / agreed : null,
  };
}

/** The same per category; items without one are left out. */
export function agreementByCategory(items: readonly JudgedItem[]): Map<string, Agreement> {
  const groups = Map.groupBy(items, ({ category }) => category);
  const result = new Map<string, Agreement>();
  for (const [category, group] of groups)
    if (category !== undefined) result.set(category, agreementOf(group));
  return result;
}
