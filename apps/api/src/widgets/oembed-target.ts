// What an address of the site shows, and the frame that shows the same elsewhere.

export type EmbedTarget = { readonly frame: string } & (
  | { readonly kind: "leaderboard"; readonly arena: string }
  | { readonly kind: "bracket"; readonly tournament: string }
  | { readonly kind: "match"; readonly tournament: string; readonly match: string }
);

/** Pages of the site, in any of its languages, and the frames themselves. */
const patterns = {
  match:
    /^(?:(?:\/(?<lang>[a-z]{2}))?\/t\/(?<tournament>[^/]+)\/m\/(?<match>[^/]+)|\/embed\/v1\/match\/(?<tournament2>[^/:]+)[:/](?<match2>[^/]+))\/?$/,
  bracket:
    /^(?:(?:\/(?<lang>[a-z]{2}))?\/t\/(?<tournament>[^/]+)(?:\/(?:vote|embed))?|\/embed\/v1\/bracket\/(?<tournament2>[^/]+))\/?$/,
  leaderboard:
    /^(?:(?:\/(?<lang>[a-z]{2}))?\/a\/(?<arena>[^/]+)(?:\/.*)?|\/embed\/v1\/leaderboard\/(?<arena2>[^/]+))\/?$/,
};

const decoded = (text: string | undefined): string => {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    return "";
  }
};

/** Null for an address of another site, or of nothing that can be framed. */
export function targetOf(address: string, origin: string): EmbedTarget | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.host !== new URL(origin).host || !/^https?:$/.test(url.protocol)) return null;
  const language = (lang: string | undefined) => (lang === undefined ? "" : `?lang=${lang}`);
  const match = patterns.match.exec(url.pathname)?.groups;
  if (match) {
    const [tournament, id] = [
      decoded(match.tournament ?? match.tournament2),
      decoded(match.match ?? match.match2),
    ];
    const frame = `/embed/v1/match/${encodeURIComponent(tournament)}:${encodeURIComponent(id)}${language(match.lang)}`;
    return { kind: "match", tournament, match: id, frame };
  }
  const bracket = patterns.bracket.exec(url.pathname)?.groups;
  if (bracket) {
    const tournament = decoded(bracket.tournament ?? bracket.tournament2);
    const frame = `/embed/v1/bracket/${encodeURIComponent(tournament)}${language(bracket.lang)}`;
    return { kind: "bracket", tournament, frame };
  }
  const board = patterns.leaderboard.exec(url.pathname)?.groups;
  if (!board) return null;
  const arena = decoded(board.arena ?? board.arena2);
  const frame = `/embed/v1/leaderboard/${encodeURIComponent(arena)}${language(board.lang)}`;
  return { kind: "leaderboard", arena, frame };
}
