import { type Ballot, forEachPair } from "../ballot.ts";

/** The free-for-all games of a ballot: one, or in Best mode a duel of the best with each other model. */
export function gamesOf(ballot: Ballot): Pick<Ballot, "models" | "ranks">[] {
  if (ballot.firstOnly !== true) return [ballot];
  const duels: Pick<Ballot, "models" | "ranks">[] = [];
  forEachPair(ballot, (a, b, tied) => {
    duels.push({ models: [a, b], ranks: tied ? [1, 1] : [1, 2] });
  });
  return duels;
}
