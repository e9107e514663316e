import { type ArenaState, proposeModels, type TournamentState } from "@agon/arena";
import { type Pick, parseOptions } from "@agon/tournament";

/** The matchmaker of a K-wise league, by the rule its options name. */
export function pickFor(state: ArenaState, { setup }: TournamentState, random: () => number): Pick {
  const parsed = parseOptions(setup.format, setup.options);
  const rule = parsed.ok && "matchmaking" in parsed.options ? parsed.options.matchmaking : "information";
  return ({ candidates: entrants, games, k }) => {
    const candidates = entrants.map((entrant) => setup.entrants[entrant] ?? -1);
    const gamesOfModels: number[] = [];
    for (const entrant of entrants) gamesOfModels[setup.entrants[entrant] ?? -1] = games[entrant] ?? 0;
    const wish = { criterion: setup.criterion, rule, games: gamesOfModels, candidates, k, random };
    const set = proposeModels(state, wish);
    if (set.models.length < 2) return null;
    return { entrants: set.models.map((model) => setup.entrants.indexOf(model)) };
  };
}
