const en = {
  rank: "Rank",
  model: "Model",
  interval: "Rating and its 95 % interval",
  rating: "Rating",
  votes: "Votes",
  win_rate: "Win rate",
  organization: "Organisation",
  place: "Place",
  wins: "Won",
  losses: "Lost",
  between: "between {a} and {b}",
  unrated: "not rated yet",
  board: "{n} counted votes",
  bracket: "{n} matches decided",
  open: "to be decided",
  more: "Open in Agon",
  round: "Round {n}",
  lower: "Lower bracket {n}",
  third: "Third place",
  final: "Grand final",
  ends: ["Final", "Semifinals", "Quarterfinals"],
};

export type Words = typeof en;

const de: Words = {
  rank: "Rang",
  model: "Modell",
  interval: "Wertung mit 95-%-Intervall",
  rating: "Wertung",
  votes: "Stimmen",
  win_rate: "Siegquote",
  organization: "Organisation",
  place: "Platz",
  wins: "Gewonnen",
  losses: "Verloren",
  between: "zwischen {a} und {b}",
  unrated: "noch ohne Wertung",
  board: "{n} gezählte Stimmen",
  bracket: "{n} Begegnungen entschieden",
  open: "noch offen",
  more: "In Agon öffnen",
  round: "Runde {n}",
  lower: "Untere Hälfte {n}",
  third: "Platz drei",
  final: "Großes Finale",
  ends: ["Finale", "Halbfinale", "Viertelfinale"],
};

/** The words of a language tag, or of the page around. */
export const wordsOf = (lang: string): Words => (/^de\b/i.test(lang) ? de : en);

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w)\}/g, (place, name: string) => String(values[name] ?? place));
