// Which arenas this browser has voted in, so that the page of one's own votes knows where to ask.
const place = "agon.arenas";

export function votedArenas(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((slug) => typeof slug === "string") : [];
  } catch {
    return [];
  }
}

/** The newest first. */
export const rememberArena = (slug: string): void =>
  localStorage.setItem(place, JSON.stringify([slug, ...votedArenas().filter((known) => known !== slug)]));

export const forgetArenas = (): void => localStorage.removeItem(place);
