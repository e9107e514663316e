import { rate, rating } from "openskill";
import type { Ballot } from "../ballot.ts";
import { itemAt } from "../cells.ts";
import type { Belief } from "../k-sort.ts";
import { gamesOf } from "./games.ts";

/**
 * The Plackett-Luce model of R. Weng & C.-J. Lin (2011) by the library openskill with its defaults, free
 * for all, ballots in their order. Weights are not read.
 */
export function openSkillBeliefs(size: number, ballots: Iterable<Ballot>): Belief[] {
  const ratings = Array.from({ length: size }, () => rating());
  for (const ballot of ballots) {
    for (const { models, ranks } of gamesOf(ballot)) {
      const rated = rate(
        models.map((model) => [itemAt(ratings, model)]),
        { rank: [...ranks] },
      );
      models.forEach((model, slot) => {
        ratings[model] = itemAt(itemAt(rated, slot), 0);
      });
    }
  }
  return ratings.map(({ mu, sigma }) => ({ mean: mu, sd: sigma }));
}
