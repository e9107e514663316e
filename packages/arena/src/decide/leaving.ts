// A model goes out of tournaments that have not ended: its open matches there become forfeits.
import { withdraw } from "@agon/tournament/schedule";
import type { ArenaState, TournamentState } from "../state.ts";
import type { Draft } from "./decision.ts";

/** The entries that take a model out of every tournament it is in, or of those chosen. */
export function leaving(
  state: ArenaState,
  model: number,
  chosen: (tournament: TournamentState) => boolean = () => true,
): Draft[] {
  return state.tournaments.flatMap((tournament): Draft[] => {
    const { number, status, setup, schedule } = tournament;
    const entrant = setup.entrants.indexOf(model);
    if (entrant < 0 || status === "completed" || status === "cancelled" || !chosen(tournament)) return [];
    if (withdraw(schedule, entrant).kind !== "applied") return [];
    return [{ event: { type: "entrant.withdrawn", tournament: number, entrant } }];
  });
}
