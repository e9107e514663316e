import type { AnalysisParts, Finding } from "@agon/contract";
import { robustnessOfFirst } from "@agon/rating/analysis";
import { type AnalysisSource, activePairs, found, refOf } from "./source.ts";

type Part = NonNullable<AnalysisParts["fragility"]>;

/** A lead that fewer votes than this share carry is a thin one; so is one of a handful of votes. */
const [thinShare, thinVotes] = [0.01, 5];
const modelsSearched = 200;
const needed = 10;

/** The fewest votes whose removal changes who stands first. */
export function analyseFragility(source: AnalysisSource): Part {
  const { counts, numbers } = activePairs(source);
  const unit = source.tally.rankings.length > 0 ? "pairs" : "votes";
  const sum = (cells: Float64Array): number => cells.reduce((total, count) => total + count, 0);
  const total = sum(counts.wins) + sum(counts.ties) / 2;
  const about = { total, unit } as const;
  if (numbers.length > modelsSearched) {
    const finding = found("too_many_models", { most: modelsSearched });
    return { finding, leader: null, rival: null, votes: null, ...about };
  }
  const { leader, rival, votes } = robustnessOfFirst(counts);
  const ref = (at: number | null) => (at === null ? null : refOf(source, numbers[at] ?? -1));
  const part = { leader: ref(leader), rival: ref(rival), votes, ...about };
  return { finding: findingOf(part, numbers.length), ...part };
}

function findingOf({ leader, rival, votes, total, unit }: Omit<Part, "finding">, models: number): Finding {
  if (leader === null || models < 2 || total < needed) return found("fragility_too_few", { total, needed });
  if (votes === null || rival === null) return found("fragility_none", { leader: leader.name });
  const thin = votes <= thinVotes || votes < thinShare * total;
  const values = { leader: leader.name, rival: rival.name, votes, total, share: votes / total };
  return found(`fragility_${thin ? "thin" : "firm"}_${unit}`, values);
}
