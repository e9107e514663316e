import type { MatchView } from "@agon/tournament";
import { matches, standings } from "@agon/tournament/schedule";
import type { ArenaState, TournamentState } from "../state.ts";
import { promptSlug } from "./tournament-view.ts";

/** One bracket of a tournament: all of it, or one prompt's where every prompt has its own. */
export interface BracketProgress {
  /** Index of the prompt among the tournament's; null = the one bracket. */
  readonly group: number | null;
  readonly decided: number;
  readonly total: number;
  /** Entrant. */
  readonly champion: number | null;
}

const isOver = ({ status }: MatchView): boolean => status === "decided" || status === "forfeit";
const isPlayed = ({ status }: MatchView): boolean => status !== "bye" && status !== "void";

export function bracketsOf({ schedule }: TournamentState): BracketProgress[] {
  const groups = new Map<number | null, MatchView[]>();
  for (const view of matches(schedule)) {
    const group = groups.get(view.group);
    if (group) group.push(view);
    else groups.set(view.group, [view]);
  }
  const first = standings(schedule).find(({ place }) => place === 1)?.entrant ?? null;
  return [...groups].map(([group, views]) => {
    const played = views.filter(isPlayed);
    const decided = played.filter(isOver).length;
    const finished = decided === played.length;
    const champion = group === null ? (finished ? first : null) : championOf(views);
    return { group, decided, total: played.length, champion };
  });
}

/** The winner of the match that feeds no other. */
function championOf(views: readonly MatchView[]): number | null {
  const last = views.filter(({ feeds, bracket }) => feeds === null && bracket === "main");
  return last.length === 1 ? (last[0]?.winners[0] ?? null) : null;
}

/** The bracket a reader wants to see: the one named, else the first that is not finished, else the last. */
export function chosenBracket(
  state: ArenaState,
  tournament: TournamentState,
  brackets: readonly BracketProgress[],
  group: string | null,
): BracketProgress | undefined {
  const named = brackets.find(
    (bracket) => group !== null && promptSlug(state, tournament, bracket.group) === group,
  );
  return named ?? brackets.find(({ decided, total }) => decided < total) ?? brackets.at(-1);
}
