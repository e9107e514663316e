import type { Tournament } from "@agon/contract";

export type Bracket = Tournament["brackets"][number];

/** The bracket a page shows: the one whose rounds came with the tournament. */
export const currentBracket = (tournament: Pick<Tournament, "brackets">): Bracket | undefined =>
  tournament.brackets.find((bracket) => bracket.rounds.length > 0) ?? tournament.brackets[0];

/** Rounds of one kind stand together: main, lower, final, third place, league. */
export function sectionsOf(rounds: Bracket["rounds"]): Bracket["rounds"][] {
  return [...Map.groupBy(rounds, (round) => round.bracket).values()];
}

/** Leagues have no tree: their heats do not lead to each other. */
export const hasTree = (rounds: Bracket["rounds"]): boolean =>
  rounds.some((round) => round.matches.some((match) => match.feeds !== null));

/** Share decided, 0 to 1; an endless league has none. */
export const progressOf = (decided: number, total: number | null): number | null =>
  total === null || total === 0 ? null : decided / total;

/** The name of the round a match stands in, such as "Semifinals"; empty when its bracket was not read. */
export const roundTitleOf = (tournament: Pick<Tournament, "brackets">, matchId: string): string =>
  tournament.brackets
    .flatMap((bracket) => bracket.rounds)
    .find((round) => round.matches.some((match) => match.id === matchId))?.title ?? "";
