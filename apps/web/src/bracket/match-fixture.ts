import type { Match } from "@agon/contract";

/** A match for tests: two seats, main bracket, nothing decided. */
export function aMatch(id: string, over: Partial<Match> = {}): Match {
  return {
    id,
    group: null,
    bracket: "main",
    round: 1,
    position: 1,
    status: "awaiting",
    version: 1,
    places: [aSeat(null), aSeat(null)],
    ranks: null,
    score: null,
    games: 0,
    games_needed: null,
    winners: [],
    note: null,
    prompt: null,
    feeds: null,
    loser_feeds: null,
    ...over,
  };
}

export const aSeat = (slug: string | null, from: string | null = null): Match["places"][number] => ({
  model: slug === null ? null : { slug, name: slug.toUpperCase() },
  seed: null,
  from,
  role: from === null ? null : "winner",
});
