// Matches for tests.
import type { Match } from "@agon/contract";

interface MadeMatch {
  readonly id: string;
  readonly round?: number;
  readonly places: readonly (string | { readonly from: string; readonly model?: string })[];
  readonly winner?: string;
  readonly feeds?: string;
  readonly group?: string;
}

const ref = (name: string) => ({ slug: name, name });

/** A duel or heat; it is decided when it has a winner. */
export const madeMatch = ({ id, round = 1, places, winner, feeds, group }: MadeMatch): Match => ({
  id,
  group: group ?? null,
  bracket: "main",
  round,
  position: 1,
  status: winner === undefined ? "ready" : "decided",
  version: 1,
  places: places.map((place) => {
    if (typeof place === "string") return { model: ref(place), seed: null, from: null, role: null };
    const model = place.model === undefined ? null : ref(place.model);
    return { model, seed: null, from: place.from, role: "winner" };
  }),
  ranks: null,
  score: null,
  games: 0,
  games_needed: null,
  winners: winner === undefined ? [] : [winner],
  note: null,
  prompt: null,
  feeds: feeds ?? null,
  loser_feeds: null,
});

export const byId = (...matches: readonly Match[]): ReadonlyMap<string, Match> =>
  new Map(matches.map((match) => [match.id, match]));
