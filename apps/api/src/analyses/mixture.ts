import type { AnalysisParts, Finding } from "@agon/contract";
import { vonNeumannWinner, winRates } from "@agon/rating/analysis";
import { type AnalysisSource, activePairs, found, refOf } from "./source.ts";

type Part = NonNullable<AnalysisParts["mixture"]>;

const modelsSolved = 200;
/** Pairs that must have met: one that has not counts as even, which decides nothing. */
const metNeeded = 0.7;
const shown = 1e-6;

/** The mixture of models that no model beats on average: more than the best of a list where there are circles. */
export function analyseMixture(source: AnalysisSource): Part {
  const { counts, numbers } = activePairs(source);
  const n = numbers.length;
  if (n < 2) return { finding: found("mixture_too_few"), met: null, models: [] };
  if (n > modelsSolved)
    return { finding: found("too_many_models", { most: modelsSolved }), met: null, models: [] };
  const rates = winRates(counts);
  let met = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [ij, ji] = [i * n + j, j * n + i];
      if ((counts.wins[ij] ?? 0) + (counts.wins[ji] ?? 0) + (counts.ties[ij] ?? 0) > 0) met++;
    }
  }
  const models = vonNeumannWinner(rates, n)
    .map((share, at) => ({ model: refOf(source, numbers[at] ?? -1), share }))
    .filter(({ share }) => share > shown)
    .sort((a, b) => b.share - a.share);
  const share = met / ((n * (n - 1)) / 2);
  return { finding: findingOf(models, share), met: share, models };
}

function findingOf(models: Part["models"], met: number): Finding {
  if (met < metNeeded) return found("mixture_sparse", { met, needed: metNeeded });
  const [first] = models;
  if (models.length === 1 && first !== undefined) return found("mixture_single", { model: first.model.name });
  return found("mixture_several", {
    models: models.length,
    first: first?.model.name ?? "",
    share: first?.share ?? 0,
  });
}
