// The few words on widgets. The site's own stand with the site; these travel into other people's pages.

export interface Words {
  readonly rank: string;
  readonly model: string;
  readonly interval: string;
  readonly rating: string;
  readonly votes: string;
  readonly win_rate: string;
  readonly organization: string;
  readonly between: (low: string, high: string) => string;
  readonly unrated: string;
  readonly noRatings: string;
  readonly countedVotes: (n: string) => string;
  readonly asOf: string;
  readonly decided: (done: string, total: string | null) => string;
  readonly open: string;
  readonly champion: (name: string) => string;
  readonly place: string;
  readonly won: string;
  readonly lost: string;
  readonly winner: string;
  readonly notDecided: string;
  readonly elsewhere: string;
  readonly scrolls: string;
  readonly round: (n: number) => string;
  readonly lower: (n: number) => string;
  readonly named: { readonly third: string; readonly final: string; readonly grand: string };
  readonly nearEnd: readonly string[];
  readonly missing: string;
  readonly takenDown: string;
  readonly visit: string;
}

const en: Words = {
  rank: "Rank",
  model: "Model",
  interval: "Rating and its 95 % interval",
  rating: "Rating",
  votes: "Votes",
  win_rate: "Win rate",
  organization: "Organisation",
  between: (low, high) => `between ${low} and ${high}`,
  unrated: "not rated yet",
  noRatings: "No ratings yet.",
  countedVotes: (n) => (n === "1" ? "1 counted vote" : `${n} counted votes`),
  asOf: "As of",
  decided: (done, total) =>
    total === null ? `${done} matches decided` : `${done} of ${total} matches decided`,
  open: "to be decided",
  champion: (name) => `Champion: ${name}`,
  place: "Place",
  won: "Won",
  lost: "Lost",
  winner: "winner",
  notDecided: "This match is not decided yet; its outputs are shown afterwards.",
  elsewhere: "stored elsewhere",
  scrolls: "Rounds of the bracket",
  round: (n) => `Round ${n}`,
  lower: (n) => `Lower bracket, round ${n}`,
  named: { third: "Third place", final: "Final", grand: "Grand final" },
  nearEnd: ["Final", "Semifinals", "Quarterfinals"],
  missing: "There is nothing to show here.",
  takenDown: "This output was taken down by the operator.",
  visit: "Visit Agon",
};

const de: Words = {
  rank: "Rang",
  model: "Modell",
  interval: "Wertung mit 95-%-Intervall",
  rating: "Wertung",
  votes: "Stimmen",
  win_rate: "Siegquote",
  organization: "Organisation",
  between: (low, high) => `zwischen ${low} und ${high}`,
  unrated: "noch ohne Wertung",
  noRatings: "Noch keine Wertungen.",
  countedVotes: (n) => (n === "1" ? "1 gezählte Stimme" : `${n} gezählte Stimmen`),
  asOf: "Stand",
  decided: (done, total) =>
    total === null ? `${done} Begegnungen entschieden` : `${done} von ${total} Begegnungen entschieden`,
  open: "noch offen",
  champion: (name) => `Sieger: ${name}`,
  place: "Platz",
  won: "Gewonnen",
  lost: "Verloren",
  winner: "Sieger",
  notDecided: "Diese Begegnung ist noch nicht entschieden; danach stehen hier die Ausgaben.",
  elsewhere: "anderswo gespeichert",
  scrolls: "Runden des Turnierbaums",
  round: (n) => `Runde ${n}`,
  lower: (n) => `Untere Hälfte, Runde ${n}`,
  named: { third: "Platz drei", final: "Finale", grand: "Großes Finale" },
  nearEnd: ["Finale", "Halbfinale", "Viertelfinale"],
  missing: "Hier gibt es nichts zu zeigen.",
  takenDown: "Diese Ausgabe hat der Betreiber entfernt.",
  visit: "Zu Agon",
};

const spoken = { en, de };
export type Spoken = keyof typeof spoken;

/** The language spoken here that a tag such as `de-AT` asks for. */
export const spokenLanguage = (tag: string): Spoken => (/^de(?:-|$)/i.test(tag) ? "de" : "en");

export const wordsOf = (lang: Spoken): Words => spoken[lang];

export const number = (lang: Spoken, value: number): string => new Intl.NumberFormat(lang).format(value);

/** Ratings are written without separators, as players know them. */
export const rounded = (value: number): string => String(Math.round(value));

export const percent = (lang: Spoken, share: number): string =>
  new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(share);

export const moment = (lang: Spoken, iso: string): string =>
  `${new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(new Date(iso))} UTC`;

/** `1`, or `1–3` where intervals overlap. */
export const rankRange = ({
  rank_lower: low,
  rank_upper: high,
}: {
  rank_lower: number;
  rank_upper: number;
}) => (low === high ? String(low) : `${low}–${high}`);
