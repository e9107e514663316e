import type { TournamentFormat } from "@agon/contract";
import type { Messages } from "../messages/en.ts";
import { fill } from "../messages/format.ts";
import type { Round } from "./shown-tournament.ts";

type Place = Pick<Round, "bracket" | "round">;

/** Titles of the main rounds by how many come after them; earlier ones are numbered. */
const nearTheEnd = ["final", "semifinals", "quarterfinals"] as const;

const withoutRounds = ["k-wise-league", "sort", "placement"] as const;

/** Formats whose matches are one list. */
const isWithoutRounds = (format: TournamentFormat | undefined): format is (typeof withoutRounds)[number] =>
  withoutRounds.some((known) => known === format);

/**
 * The name of a round in the reader's language, as people say it: the last of the main part is the final.
 * `rounds`: all rounds of the bracket, or of its main part.
 */
export function roundTitle(
  { bracket, round }: Place,
  rounds: readonly Place[],
  t: Messages["bracket"]["rounds"],
  format?: TournamentFormat,
): string {
  switch (bracket) {
    case "third":
      return t.third;
    case "final":
      return round > 1 ? t.decider : t.grandFinal;
    case "lower":
      return fill(t.lower, { n: round });
    case "pool":
      return isWithoutRounds(format) ? t[format] : fill(t.number, { n: round });
    case "main": {
      const last = Math.max(...rounds.filter((one) => one.bracket === "main").map((one) => one.round));
      const name = nearTheEnd[last - round];
      return name === undefined ? fill(t.number, { n: round }) : t[name];
    }
  }
}
