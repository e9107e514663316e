import type { Match } from "@agon/contract";
import type { Round } from "./shown-tournament.ts";

export interface Merged {
  readonly rounds: Round[];
  /** Ids of matches that are new or changed. */
  readonly changed: ReadonlySet<string>;
}

const roundKey = (one: { bracket: string; round: number }): string => `${one.bracket}/${one.round}`;

/** A late message about an older version of a match changes nothing. */
const newer = (next: Match, known: Match | undefined): boolean => !known || next.version >= known.version;

/**
 * Puts the matches of live messages into the rounds of one bracket, by id; matches of other brackets are left out.
 * A round that was not there yet (a league draws as it goes) is appended.
 */
export function mergeMatches(
  rounds: readonly Round[],
  group: string | null,
  matches: readonly Match[],
): Merged {
  const known = new Map(rounds.flatMap((round) => round.matches.map((match) => [match.id, match] as const)));
  const fresh = new Map<string, Match>();
  for (const match of matches)
    if (match.group === group && newer(match, fresh.get(match.id) ?? known.get(match.id)))
      fresh.set(match.id, match);
  if (fresh.size === 0) return { rounds: [...rounds], changed: new Set() };

  const merged = rounds.map((round) =>
    round.matches.some((match) => fresh.has(match.id))
      ? { ...round, matches: round.matches.map((match) => fresh.get(match.id) ?? match) }
      : round,
  );
  const added = [...fresh.values()].filter((match) => !known.has(match.id));
  for (const match of added) {
    const at = merged.findIndex((round) => roundKey(round) === roundKey(match));
    const round = merged[at] ?? {
      bracket: match.bracket,
      round: match.round,
      matches: [],
    };
    const grown = { ...round, matches: [...round.matches, match] };
    if (at >= 0) merged[at] = grown;
    else merged.push(grown);
  }
  return { rounds: merged, changed: new Set(fresh.keys()) };
}
