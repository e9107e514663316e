import type { Match } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { winnerName } from "./match-sentence.ts";

/** What to announce about the matches decided since the last announcement; empty when nothing was. */
export function newsOf(
  decided: readonly Match[],
  titleOf: (match: Match) => string,
  lang: string,
  t: Messages["bracket"]["news"],
): string {
  const last = decided.at(-1);
  if (!last) return "";
  const sentence = fill(t.decided, { winner: winnerName(last) ?? "", round: titleOf(last) });
  return decided.length === 1 ? `${sentence}.` : count(lang, t.many, decided.length, { last: sentence });
}
