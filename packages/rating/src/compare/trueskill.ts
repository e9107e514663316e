import { Rating, TrueSkill } from "ts-trueskill";
import type { Ballot } from "../ballot.ts";
import { itemAt } from "../cells.ts";
import type { Belief } from "../k-sort.ts";
import { gamesOf } from "./games.ts";

/**
 * TrueSkill (R. Herbrich, T. Minka, T. Graepel, 2006) by the library ts-trueskill with its defaults (draw
 * probability .1, tau 25/300), free for all, ballots in their order. Weights are not read.
 */
export function trueSkillBeliefs(size: number, ballots: Iterable<Ballot>): Belief[] {
  const environment = new TrueSkill();
  const ratings = Array.from({ length: size }, () => new Rating());
  for (const ballot of ballots) {
    for (const { models, ranks } of gamesOf(ballot)) {
      const teams = models.map((model) => [itemAt(ratings, model)]);
      const rated: Rating[][] = environment.rate(teams, [...ranks]);
      models.forEach((model, slot) => {
        ratings[model] = itemAt(itemAt(rated, slot), 0);
      });
    }
  }
  return ratings.map(({ mu, sigma }) => ({ mean: mu, sd: sigma }));
}
