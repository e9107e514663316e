import type { Warning } from "@agon/rating";
import type { RatedFile } from "./rate-file.ts";

/** One line of a printed board. Numbers are not rounded. */
export interface BoardModel {
  readonly model: string;
  readonly rating: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rank: number;
  readonly rank_lower: number;
  readonly rank_upper: number;
  readonly games: number;
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

export interface Board {
  readonly method: string;
  readonly votes: number;
  /** The best first; without a battle last. */
  readonly models: readonly BoardModel[];
  readonly converged: boolean;
  readonly warnings: readonly Warning[];
}

const height = ({ rating }: BoardModel): number => rating ?? Number.NEGATIVE_INFINITY;

/** Equal ratings stand in the order of their names. */
const better = (a: BoardModel, b: BoardModel): number =>
  height(a) === height(b) ? (a.model < b.model ? -1 : 1) : height(b) - height(a);

/** A rating with its names, as `--json` prints it. */
export function boardOf({ votes, names, rating }: RatedFile): Board {
  const models = rating.models.map(
    (model, index): BoardModel => ({
      model: names[index] ?? "",
      rating: model.rating,
      lower: model.lower,
      upper: model.upper,
      rank: model.rank,
      rank_lower: model.rankLower,
      rank_upper: model.rankUpper,
      games: model.games,
      wins: model.wins,
      losses: model.losses,
      ties: model.ties,
    }),
  );
  models.sort(better);
  const { method, converged, warnings } = rating;
  return { method, votes, models, converged, warnings };
}
