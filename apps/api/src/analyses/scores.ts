import type { AnalysisParts } from "@agon/contract";
import { type ScoredRanking, scoreConsistency } from "@agon/rating/analysis";
import type { VerdictRow } from "../folds/verdict-columns.ts";
import { type AnalysisSource, found, tooMany } from "./source.ts";

type Part = NonNullable<AnalysisParts["scores"]>;

const needed = 20;
const [close, loose] = [0.6, 0.2];

/** Verdicts of judges who did not read the scores, over outputs that all have one. */
function scored({ scoreOf }: AnalysisSource, rows: readonly VerdictRow[]): ScoredRanking[] {
  return rows.flatMap(({ kind, models, prompt, ranks, firstOnly }) => {
    if (kind === "rule" || firstOnly) return [];
    const scores = models.map((model) => scoreOf(model, prompt)).filter((score) => score !== null);
    return scores.length === models.length ? [{ scores, ranks }] : [];
  });
}

/** Whether verdicts order outputs as the scores do that are stored with them. */
export function analyseScores(source: AnalysisSource): Part {
  const { concordant, discordant, tied, tau } = scoreConsistency(scored(source, source.rows ?? []));
  const pairs = concordant + discordant;
  const values = { pairs, share: pairs === 0 ? 0 : concordant / pairs, tau: tau ?? 0 };
  const degree = values.tau >= close ? "close" : values.tau >= loose ? "loose" : "apart";
  const finding =
    source.rows === null
      ? tooMany
      : pairs + tied === 0
        ? found("scores_none")
        : pairs < needed
          ? found("scores_too_few", { pairs, needed })
          : found(`scores_${degree}`, values);
  return { finding, concordant, discordant, tied, tau };
}
