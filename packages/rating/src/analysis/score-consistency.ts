import { itemAt } from "../cells.ts";
import { RatingError } from "../error.ts";

/** One judgement that gave both scores (higher is better) and ranks (lower is better). */
export interface ScoredRanking {
  readonly scores: readonly number[];
  readonly ranks: readonly number[];
}

export interface ScoreConsistency {
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs tied in the scores, in the ranks, or in both. */
  readonly tied: number;
  /** M. Kendall's tau-b over all pairs; null when one side never tells two apart. */
  readonly tau: number | null;
}

/** Whether judges rank the way they score. Throws `bad-ballot` for lists of different lengths. */
export function scoreConsistency(items: Iterable<ScoredRanking>): ScoreConsistency {
  let [concordant, discordant, tied, byScore, byRank] = [0, 0, 0, 0, 0];
  for (const { scores, ranks } of items) {
    if (scores.length !== ranks.length) throw new RatingError("bad-ballot", "scores and ranks must pair up");
    for (let i = 0; i < scores.length; i++) {
      for (let j = i + 1; j < scores.length; j++) {
        const score = Math.sign(itemAt(scores, i) - itemAt(scores, j));
        const rank = Math.sign(itemAt(ranks, j) - itemAt(ranks, i));
        if (score !== 0) byScore++;
        if (rank !== 0) byRank++;
        if (score * rank > 0) concordant++;
        else if (score * rank < 0) discordant++;
        else tied++;
      }
    }
  }
  const apart = Math.sqrt(byScore * byRank);
  return { concordant, discordant, tied, tau: apart === 0 ? null : (concordant - discordant) / apart };
}
