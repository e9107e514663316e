import type { Tournament } from "@agon/contract";

type Read = Tournament["brackets"][number];

/** A round without its title: the API says it in English, pages say it in the reader's language. */
export type Round = Omit<Read["rounds"][number], "title">;

export type Bracket = Omit<Read, "rounds"> & { readonly rounds: readonly Round[] };

/** A tournament as the pages move it; what the API answers is one. */
export type ShownTournament = Omit<Tournament, "brackets"> & { readonly brackets: readonly Bracket[] };
