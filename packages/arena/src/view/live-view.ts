// What the live feeds say of a log entry. The consequences are kept with the entry, so that a reader who comes back
// gets the very messages that were sent.
import type { Consequences, LiveMessage, Match, TournamentSummary } from "@agon/contract";
import type { Effects } from "../apply.ts";
import type { ArenaEvent } from "../event.ts";
import type { ArenaState } from "../state.ts";
import { matchById, summaryView } from "./tournament-view.ts";
import { type Names, verdictView } from "./verdict-view.ts";

export interface StoredConsequences {
  readonly votes: number;
  readonly matches?: readonly Match[];
  readonly tournament?: TournamentSummary;
  /** The feed's seq before this one, for the feed of the tournament. */
  readonly prev?: number;
}

/** `before` is the tournament's seq before the entry. */
export function consequencesOf(
  arena: string,
  state: ArenaState,
  effects: Effects,
  before: number,
): StoredConsequences {
  const tournament = effects.tournament === null ? undefined : state.tournaments[effects.tournament - 1];
  if (tournament === undefined) return { votes: state.votes };
  return {
    votes: state.votes,
    matches: effects.matches.flatMap((id) => matchById(state, tournament, id) ?? []),
    tournament: summaryView(arena, tournament),
    prev: before,
  };
}

export interface FedEntry {
  readonly seq: number;
  readonly at: number;
  readonly ballot: string | null;
  readonly event: ArenaEvent;
  readonly feed: StoredConsequences;
}

/** The message of an entry; `feed` says whose `prev` it carries. */
export function liveMessage(names: Names, entry: FedEntry, feed: "arena" | "tournament"): LiveMessage {
  const prev = feed === "arena" ? entry.seq - 1 : (entry.feed.prev ?? 0);
  const data: Consequences = {
    matches: entry.feed.matches ?? [],
    votes: entry.feed.votes,
    ...(entry.feed.tournament ? { tournament: entry.feed.tournament } : {}),
  };
  const head = { v: 1, seq: entry.seq, prev } as const;
  const { event } = entry;
  switch (event.type) {
    case "verdict": {
      const logged = { ...entry, ballot: entry.ballot ?? "", event, withdrawnBy: null };
      return { ...head, type: "verdict", data: { verdict: verdictView(names, logged), ...data } };
    }
    case "match.corrected":
    case "entrant.withdrawn":
      return { ...head, type: "match", data };
    case "tournament.created":
    case "tournament.changed":
      return { ...head, type: "tournament", data };
    default:
      return { ...head, type: "arena", data: { ...data, change: event.type } };
  }
}

export const namesOf = (arena: string, state: ArenaState): Names => ({
  arena,
  model: (number) => state.models[number]?.slug ?? "",
  prompt: (number) => state.prompts[number]?.slug ?? "",
});
