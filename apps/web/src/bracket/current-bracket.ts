import type { Messages } from "../messages/en.ts";
import { roundTitle } from "./round-title.ts";
import type { Bracket, Round, ShownTournament } from "./shown-tournament.ts";

/** The bracket a page shows: the one the reader chose, else the one whose rounds came with the tournament. */
export const currentBracket = (
  tournament: Pick<ShownTournament, "brackets">,
  group?: string,
): Bracket | undefined =>
  tournament.brackets.find((bracket) =>
    group === undefined ? bracket.rounds.length > 0 : bracket.group === group,
  ) ?? tournament.brackets[0];

/** Rounds of one kind stand together: main, lower, final, third place, league. */
export function sectionsOf(rounds: readonly Round[]): Round[][] {
  return [...Map.groupBy(rounds, (round) => round.bracket).values()];
}

/** Leagues have no tree: their heats do not lead to each other. */
export const hasTree = (rounds: readonly Round[]): boolean =>
  rounds.some((round) => round.matches.some((match) => match.feeds !== null));

/** Share decided, 0 to 1; an endless league has none. */
export const progressOf = (decided: number, total: number | null): number | null =>
  total === null || total === 0 ? null : decided / total;

/** The name of the round a match stands in, such as "Semifinals"; empty when its bracket was not read. */
export function roundTitleOf(
  tournament: Pick<ShownTournament, "brackets" | "format">,
  matchId: string,
  t: Messages["bracket"]["rounds"],
): string {
  for (const { rounds } of tournament.brackets) {
    const round = rounds.find(({ matches }) => matches.some(({ id }) => id === matchId));
    if (round) return roundTitle(round, rounds, t, tournament.format);
  }
  return "";
}
