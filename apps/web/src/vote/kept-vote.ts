import type { Choice } from "./choice.ts";

/** The one vote that waits in this browser until it can be delivered. */
export interface KeptVote {
  readonly ballot: string;
  readonly token: string;
  readonly choice: Choice;
}

const place = "agon.vote.kept";

export const keepVote = (vote: KeptVote): void => localStorage.setItem(place, JSON.stringify(vote));

export const forgetVote = (): void => localStorage.removeItem(place);

export function keptVote(): KeptVote | null {
  const text = localStorage.getItem(place);
  if (text === null) return null;
  try {
    return JSON.parse(text) as KeptVote;
  } catch {
    forgetVote();
    return null;
  }
}
