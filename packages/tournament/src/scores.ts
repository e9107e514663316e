import type { Standing } from "./view.ts";

/** What an entrant made of its battles, counted over the pairs of each: a win is an opponent outranked. */
export type Score = Pick<Standing, "played" | "wins" | "losses" | "ties">;

export function emptyScores(entrants: number): Score[] {
  return Array.from({ length: entrants }, () => ({ played: 0, wins: 0, losses: 0, ties: 0 }));
}

/** Adds one decided match to the scores (in place). With `firstOnly`, equal ranks say nothing about each other. */
export function addRanks(
  scores: Score[],
  entrants: readonly number[],
  ranks: readonly number[],
  firstOnly = false,
): void {
  entrants.forEach((entrant, place) => {
    const score = scores[entrant];
    const own = ranks[place];
    if (!score || own === undefined) return;
    scores[entrant] = {
      played: score.played + 1,
      wins: score.wins + ranks.filter((rank) => rank > own).length,
      losses: score.losses + ranks.filter((rank) => rank < own).length,
      ties: score.ties + (firstOnly ? 0 : ranks.filter((rank) => rank === own).length - 1),
    };
  });
}

/** Points per pairing, a tie half a point; 0 without any. */
export function pointShare({ wins, losses, ties }: Score): number {
  const pairings = wins + losses + ties;
  return pairings === 0 ? 0 : (wins + ties / 2) / pairings;
}

/** Places by a key per entrant, higher is better; equal keys share a place. */
export function placesBy(keys: readonly number[]): number[] {
  return keys.map((key) => 1 + keys.filter((other) => other > key).length);
}

/** Best place first, those without one last; by entrant where level. */
function sortStandings(standings: readonly Standing[]): Standing[] {
  const rank = (standing: Standing) => standing.place ?? Number.POSITIVE_INFINITY;
  return [...standings].sort((a, b) => (rank(a) === rank(b) ? a.entrant - b.entrant : rank(a) - rank(b)));
}

/** The standings, best first, from scores, places and (where there are any) titles per entrant. */
export function standingsOf(
  withdrawn: readonly number[],
  scores: readonly Score[],
  places: readonly (number | null)[],
  titles: readonly number[] = [],
): Standing[] {
  const standings = scores.map((score, entrant) => ({
    entrant,
    place: places[entrant] ?? null,
    ...score,
    titles: titles[entrant] ?? 0,
    withdrawn: withdrawn.includes(entrant),
  }));
  return sortStandings(standings);
}
