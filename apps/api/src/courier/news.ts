// What log entries have to tell: thin messages with addresses to read more at. What was told is remembered by key, so
// that a match that moves without being decided anew is told once.
import type { Match, OutboundMessage, Tournament } from "@agon/contract";
import type { StoredEntry } from "../referee/log-store.ts";

/** `at`: milliseconds since 1970. */
type Dated = OutboundMessage & { readonly at: number };

/** What has a `key` is told once under it. */
export type News = Dated & { readonly seq: number; readonly key?: string };

/** What is not done any more and may be told again. */
export interface Undone {
  readonly forget: string;
}

export interface NewsContext {
  readonly arena: { readonly id: number; readonly slug: string };
  /** Origin of the addresses. */
  readonly origin: string;
  readonly model: (number: number) => string;
}

const settled = new Set(["decided", "bye", "forfeit", "void"]);
const isDecided = ({ status }: Match): boolean => status === "decided" || status === "forfeit";
const roundKey = (tournament: string, match: Pick<Match, "group" | "bracket" | "round">): string =>
  `round/${tournament}/${match.group ?? ""}/${match.bracket}/${match.round}`;

/** The news of one entry, rounds left out: those depend on matches beside the ones that moved. */
export function newsOf(entry: StoredEntry, context: NewsContext): (News | Undone)[] {
  const { tournament, matches = [] } = entry.feed;
  const own = newsOfEvent(entry, context);
  if (tournament === undefined) return own;
  const head = { seq: entry.seq, at: entry.at };
  const addresses = linksOf(context.origin, tournament.id);
  const base = { arena: context.arena.slug, tournament: tournament.id };
  const ofMatches = matches.flatMap((match): (News | Undone)[] => {
    const key = `match/${tournament.id}/${match.id}/${match.version}`;
    if (!isDecided(match)) return [{ forget: key }, { forget: roundKey(tournament.id, match) }];
    const { id, group, bracket, round, winners, score } = match;
    const data = {
      ...base,
      match: id,
      group,
      bracket,
      round,
      winners,
      score,
      ...addresses(`/matches/${id}`, `/m/${id}`),
    };
    return [{ ...head, type: "match.completed", key, data }];
  });
  const key = `tournament/${tournament.id}`;
  if (tournament.status !== "completed") return [...own, ...ofMatches, { forget: key }];
  const data = { ...base, title: tournament.title, format: tournament.format, ...addresses("", "") };
  return [...own, ...ofMatches, { ...head, type: "tournament.completed", key, data }];
}

const linksOf = (origin: string, tournament: string) => (below: string, pageBelow: string) => ({
  url: `${origin}/v1/tournaments/${tournament}${below}`,
  page: `${origin}/t/${tournament}${pageBelow}`,
});

function newsOfEvent({ seq, at, event }: StoredEntry, context: NewsContext): News[] {
  const { slug } = context.arena;
  const about = (submission: string) => ({
    arena: slug,
    submission,
    url: `${context.origin}/v1/submissions/${submission}`,
  });
  switch (event.type) {
    case "submission.accepted":
      return [{ type: event.type, seq, at, data: about(event.id) }];
    case "submission.rejected": {
      const errors = event.errors.slice(0, mostErrors);
      const data = { ...about(event.id), reason: event.reason, errors, errors_total: event.errors.length };
      return [{ type: event.type, seq, at, data }];
    }
    case "model.activated": {
      const model = context.model(event.model);
      const page = `${context.origin}/a/${slug}/m/${model}`;
      return [{ type: event.type, seq, at, data: { ...about(event.id), model, page } }];
    }
    default:
      return [];
  }
}

const mostErrors = 20;

/** Rounds that the matches of these entries may have ended: by tournament and group. */
export function roundsTouched(
  entries: readonly StoredEntry[],
): { tournament: string; group: string | null }[] {
  const touched = entries.flatMap(({ feed }) =>
    (feed.matches ?? [])
      .filter(isDecided)
      .map(({ group }) => ({ tournament: feed.tournament?.id ?? "", group })),
  );
  return [...new Map(touched.map((one) => [`${one.tournament}/${one.group}`, one])).values()];
}

/** Rounds of a bracket in which nothing is left to decide. */
export function newsOfRounds(
  arena: string,
  tournament: Tournament,
  group: string | null,
  { seq, at }: Pick<StoredEntry, "seq" | "at">,
  origin: string,
): News[] {
  const rounds = tournament.brackets.find((bracket) => bracket.group === group)?.rounds ?? [];
  return rounds.flatMap(({ bracket, round, title, matches }) => {
    if (!matches.some(isDecided) || !matches.every(({ status }) => settled.has(status))) return [];
    const place = { group, bracket, round };
    const data = {
      arena,
      tournament: tournament.id,
      ...place,
      title,
      ...linksOf(origin, tournament.id)("", ""),
    };
    return [{ type: "round.completed" as const, seq, at, data, key: roundKey(tournament.id, place) }];
  });
}

/** True for entries that may move a board. */
export const movesBoard = ({ event: { type } }: StoredEntry): boolean =>
  type !== "arena.configured" && !type.startsWith("submission.") && type !== "prompts.added";

const longestBody = 20_000;

/** The body of a message, under 20 KB: what is too long loses its lists, and is read at its address. */
export function bodyOf({ type, at, data }: Dated): string {
  const whole = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  if (new TextEncoder().encode(whole).length < longestBody) return whole;
  const short = Object.fromEntries(Object.entries(data).filter(([, value]) => !Array.isArray(value)));
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data: short });
}
