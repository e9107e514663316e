import type { Match } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { count, fill } from "../messages/format.ts";
import { matchSentence, winnerName } from "./match-sentence.ts";

/** What to announce about the matches decided since the last announcement; empty when nothing was. */
export function newsOf(
  decided: readonly Match[],
  sentenceOf: (match: Match) => string,
  lang: string,
  t: Messages["bracket"]["news"],
): string {
  const last = decided.at(-1);
  if (!last) return "";
  const sentence = sentenceOf(last);
  return decided.length === 1
    ? sentence
    : count(lang, t.many, decided.length, { last: sentence.replace(/\.$/, "") });
}

/** One decision: who won which round, or what came of a battle that leads nowhere. */
export const decisionNews = (match: Match, round: string, t: Messages["bracket"]): string =>
  match.bracket === "pool"
    ? matchSentence(match, round, false, t)
    : `${fill(t.news.decided, { winner: winnerName(match) ?? "", round })}.`;
