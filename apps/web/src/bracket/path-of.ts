import type { Match } from "@agon/contract";

/** The matches a model stands in: its way through the bracket. */
export const pathOf = (matches: readonly Match[], model: string): ReadonlySet<string> =>
  new Set(
    matches
      .filter((match) => match.places.some((place) => place.model?.slug === model))
      .map((match) => match.id),
  );

/** The match that is being decided now: one with games played, else the first that could be. */
export function liveMatch(matches: readonly Match[], running: boolean): string | null {
  if (!running) return null;
  const ready = matches.filter((match) => match.status === "ready");
  return (ready.find((match) => match.games > 0) ?? ready[0])?.id ?? null;
}
