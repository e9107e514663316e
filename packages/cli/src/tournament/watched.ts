// What a watcher knows of a tournament, kept up with its feed.
import type { LiveMessage, Match, Tournament, TournamentSummary } from "@agon/contract";

export interface Watched {
  readonly summary: TournamentSummary;
  /** The bracket on show: a prompt's, or null for the one there is. */
  readonly group: string | null;
  readonly matches: ReadonlyMap<string, Match>;
  readonly standings: Tournament["standings"];
  /** The newest match that moved. */
  readonly last: Match | null;
}

/** Begins with a tournament as the API gives it: all of it, or the rounds of one bracket. */
export function watchedFrom(tournament: Tournament): Watched {
  const shown = tournament.brackets.find(({ rounds }) => rounds.length > 0) ?? tournament.brackets[0];
  const matches = shown?.rounds.flatMap((round) => round.matches) ?? [];
  return {
    summary: tournament,
    group: shown?.group ?? null,
    matches: new Map(matches.map((match) => [match.id, match])),
    standings: tournament.standings,
    last: null,
  };
}

/** The same after a message. Matches of other brackets only move `last`. */
export function watchedAfter(watched: Watched, message: LiveMessage): Watched {
  if (message.type === "snapshot") {
    return message.data.tournament === undefined ? watched : watchedFrom(message.data.tournament);
  }
  const { matches: moved, tournament } = message.data;
  const matches = new Map(watched.matches);
  for (const match of moved) if (match.group === watched.group) matches.set(match.id, match);
  const last = moved.findLast(({ status }) => status === "decided" || status === "forfeit") ?? watched.last;
  return { ...watched, summary: tournament ?? watched.summary, matches, last };
}

const isOpen = ({ status }: Match): boolean => status === "awaiting" || status === "ready";

/** The bracket that should be shown instead, once the one on show is over: the one that moved last. */
export function nextGroup({ matches, group, last }: Watched): string | null {
  if (last === null || last.group === group || last.group === null) return null;
  return [...matches.values()].some(isOpen) ? null : last.group;
}

export const isFinished = ({ summary }: Watched): boolean =>
  summary.status === "completed" || summary.status === "cancelled";
