// One bracket as the watcher knows it: matches by id, and the tree they form.
import type { Match } from "@agon/contract";

/** A match with the matches that feed its places. */
export interface BracketNode {
  readonly match: Match;
  /** One a place; null where an entrant starts. */
  readonly children: readonly (BracketNode | null)[];
}

/** Rounds from this match down to the first one. */
export const depthOf = ({ children }: BracketNode): number =>
  1 + children.reduce((most, child) => (child === null ? most : Math.max(most, depthOf(child))), 0);

function nodeOf(match: Match, matches: ReadonlyMap<string, Match>, seen: ReadonlySet<string>): BracketNode {
  const within = new Set([...seen, match.id]);
  return {
    match,
    children: match.places.map(({ from }) => {
      const feeder = from === null || within.has(from) ? undefined : matches.get(from);
      return feeder === undefined || feeder.status === "bye" ? null : nodeOf(feeder, matches, within);
    }),
  };
}

/** The tree below the match that feeds no other; null when the matches form no single tree. */
export function bracketTree(matches: ReadonlyMap<string, Match>): BracketNode | null {
  const main = [...matches.values()].filter(({ bracket }) => bracket === "main" || bracket === "final");
  const last = main.filter(({ feeds, status }) => feeds === null && status !== "void");
  const [final] = last;
  return final === undefined || last.length > 1 ? null : nodeOf(final, matches, new Set());
}
