import type { Round } from "./shown-tournament.ts";

/** The end of a bracket's main part where every round has few matches: small enough to stand beside other things. */
export function lastRounds(rounds: readonly Round[], matchesAtMost: number): Round[] {
  return rounds
    .filter((round) => round.bracket === "main" && round.matches.length <= matchesAtMost)
    .toSorted((a, b) => a.round - b.round);
}
