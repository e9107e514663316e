import type { TournamentSummary } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { count } from "../messages/format.ts";

export type Titled = Pick<TournamentSummary, "title" | "titled" | "entrants_total"> & { format: string };

/** What a tournament is called: the name it was given, else its format and size in the reader's language. */
export function tournamentTitle(
  { title, titled, format, entrants_total: entrants }: Titled,
  lang: string,
  t: Messages["bracket"],
): string {
  const formats: Readonly<Record<string, string>> = t.format;
  const name = formats[format];
  return titled || name === undefined ? title : `${name}, ${count(lang, t.entrants, entrants)}`;
}
