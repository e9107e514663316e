import type { AnalysisParts } from "@agon/contract";
import { type Preference, type RewardItem, wildBenchReward } from "@agon/rating/analysis";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, refOf, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["reward"]>;

const needed = 20;

function preferenceOf({ ranks: [own = 1, other = 1], strength }: VerdictRow): Preference {
  if (own === other) return "tie";
  const clear = strength === "much" ? "much" : "slightly";
  return own < other ? `${clear}-better` : `${clear}-worse`;
}

const seenFrom = (row: VerdictRow, slot: number): VerdictRow =>
  slot === 0 ? row : { ...row, models: row.models.toReversed(), ranks: row.ranks.toReversed() };

/** Duels of judges that tell clear wins from slight ones, by model; ties of such judges count too. */
function itemsByModel({ rows, styles }: AnalysisSource): Map<number, RewardItem[]> {
  const fine = new Set((rows ?? []).flatMap(({ strength, judge }) => (strength === null ? [] : [judge])));
  const items = new Map<number, RewardItem[]>();
  for (const row of rows ?? []) {
    const isTie = row.ranks[0] === row.ranks[1];
    if (row.models.length !== 2 || !fine.has(row.judge) || (row.strength === null && !isTie)) continue;
    for (const slot of [0, 1]) {
      const own = seenFrom(row, slot);
      const [model = 0, other = 0] = own.models;
      const lengths = styles && {
        lengthChars: styles(model, row.prompt).chars,
        baselineLengthChars: styles(other, row.prompt).chars,
      };
      const list = items.get(model) ?? [];
      items.set(model, list);
      list.push({ preference: preferenceOf(own), ...lengths });
    }
  }
  return items;
}

/** WildBench's reward of every model against all whom it met, where judges said how clear a win was. */
export function analyseReward(source: AnalysisSource): Part {
  const margin = source.lengthMargin;
  const items = itemsByModel(source);
  const models = [...items]
    .map(([model, own]) => ({
      model: refOf(source, model),
      items: own.length,
      reward: wildBenchReward(own, margin ?? Number.POSITIVE_INFINITY) ?? 0,
    }))
    .sort((a, b) => b.reward - a.reward);
  const duels = models.reduce((sum, row) => sum + row.items, 0) / 2;
  const [best, last] = [models[0], models.at(-1)];
  const finding =
    source.rows === null
      ? tooMany
      : duels === 0 || best === undefined || last === undefined
        ? found("reward_none")
        : duels < needed
          ? found("reward_too_few", { duels, needed })
          : found("reward_found", {
              duels,
              best: best.model.name,
              reward: best.reward,
              last: last.model.name,
              lowest: last.reward,
            });
  return { finding, length_margin: margin, models };
}
