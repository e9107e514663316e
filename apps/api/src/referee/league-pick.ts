import { type ArenaState, newLiveRating, type TournamentState } from "@agon/arena";
import { proposeSet } from "@agon/rating";
import type { Pick } from "@agon/tournament";

/** The matchmaker of a K-wise league: the set that tells most, on the live rating of the tournament's criterion. */
export function pickFor(state: ArenaState, { setup }: TournamentState, random: () => number): Pick {
  const { posterior } = state.ratings.get(setup.criterion) ?? newLiveRating(state.models.length);
  return ({ candidates, games, k }) => {
    const models = candidates.map((entrant) => setup.entrants[entrant] ?? -1);
    const gamesOfModels: number[] = [];
    for (const entrant of candidates) gamesOfModels[setup.entrants[entrant] ?? -1] = games[entrant] ?? 0;
    const set = proposeSet({ posterior, games: gamesOfModels, candidates: models, k, random });
    if (set.models.length < 2) return null;
    return { entrants: set.models.map((model) => setup.entrants.indexOf(model)) };
  };
}
