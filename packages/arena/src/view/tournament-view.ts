// Tournaments as the API shows them: numbers become names, rounds get titles.
import type { Match, ModelRef, Tournament, TournamentSummary } from "@agon/contract";
import { type Format, formats, type MatchView, type RoundView } from "@agon/tournament";
import { match as matchOf, progress, rounds, standings } from "@agon/tournament/schedule";
import type { ArenaState, TournamentState } from "../state.ts";

export const tournamentId = (arena: string, number: number): string => `${arena}.${number}`;

/** `{arena}.{number}` taken apart; null when the id has another form. */
export function parseTournamentId(id: string): { arena: string; number: number } | null {
  const found = /^([a-z0-9-]+)\.([1-9]\d{0,8})$/.exec(id);
  return found?.[1] && found[2] ? { arena: found[1], number: Number(found[2]) } : null;
}

/** What a tournament is called when nobody gave it a name. */
export const defaultTitle = (format: Format, entrants: number): string =>
  `${formats[format].title} of ${entrants}`;

export function summaryView(arena: string, tournament: TournamentState): TournamentSummary {
  const { setup, number, title, status, paceMs, seq } = tournament;
  const { total, decided } = progress(tournament.schedule);
  return {
    id: tournamentId(arena, number),
    arena,
    title,
    titled: title !== defaultTitle(setup.format, setup.entrants.length),
    format: setup.format,
    status,
    criterion: setup.criterion,
    judge: {
      kind: setup.judge.kind,
      rule: "rule" in setup.judge ? setup.judge.rule : null,
      judge: "judge" in setup.judge ? setup.judge.judge : null,
    },
    seed: setup.seed,
    pace_ms: paceMs,
    matches_total: total,
    matches_decided: decided,
    entrants_total: setup.entrants.length,
    prompts_total: setup.prompts.length,
    created_at: new Date(tournament.createdAt).toISOString(),
    updated_seq: seq,
  };
}

export const modelRef = (state: ArenaState, { setup }: TournamentState, entrant: number): ModelRef => {
  const model = state.models[setup.entrants[entrant] ?? -1];
  return { slug: model?.slug ?? "", name: model?.name ?? "" };
};

export const promptSlug = (
  state: ArenaState,
  { setup }: TournamentState,
  prompt: number | null,
): string | null => (prompt === null ? null : (state.prompts[setup.prompts[prompt] ?? -1]?.slug ?? null));

export function matchOfView(state: ArenaState, tournament: TournamentState, view: MatchView): Match {
  const ref = (entrant: number) => modelRef(state, tournament, entrant);
  return {
    id: view.id,
    group: promptSlug(state, tournament, view.group),
    bracket: view.bracket,
    round: view.round,
    position: view.position,
    status: view.status,
    version: view.version,
    places: view.places.map(({ entrant, seed, from, role }) => ({
      model: entrant === null ? null : ref(entrant),
      seed,
      from,
      role,
    })),
    ranks: view.ranks && [...view.ranks],
    score: view.score && [...view.score],
    games: view.games,
    games_needed: view.gamesNeeded,
    winners: view.winners.map((entrant) => ref(entrant).slug),
    note: view.note,
    prompt: promptSlug(state, tournament, view.prompt),
    feeds: view.feeds,
    loser_feeds: view.loserFeeds,
  };
}

export function matchById(state: ArenaState, tournament: TournamentState, id: string): Match | null {
  const view = matchOf(tournament.schedule, id);
  return view && matchOfView(state, tournament, view);
}

export function standingsView(state: ArenaState, tournament: TournamentState): Tournament["standings"] {
  return standings(tournament.schedule).map((row) => ({
    model: modelRef(state, tournament, row.entrant),
    place: row.place,
    wins: row.wins,
    losses: row.losses,
    ties: row.ties,
    titles: row.titles,
  }));
}

/** Titles of rounds as people say them: the last is the final, the one before the semifinals. */
export function roundTitle(
  { bracket, round }: Pick<RoundView, "bracket" | "round">,
  lastRound: number,
): string {
  if (bracket === "third") return "Third place";
  if (bracket === "final") return "Grand final";
  if (bracket === "lower") return `Lower bracket, round ${round}`;
  if (bracket === "pool") return `Round ${round}`;
  const left = lastRound - round;
  return left === 0 ? "Final" : left === 1 ? "Semifinals" : left === 2 ? "Quarterfinals" : `Round ${round}`;
}

type RoundsView = Tournament["brackets"][number]["rounds"];

/** More matches than this are told by the round being played: a prompt of a round robin of 256 has 32,640. */
const matchesShown = 600;

/** The rounds of a group; where there are too many matches for one answer, those around the first open one. */
function shownRounds({ schedule }: TournamentState, all: readonly RoundView[]): readonly RoundView[] {
  const count = all.reduce((sum, { matches }) => sum + matches.length, 0);
  if (count <= matchesShown || all[0]?.bracket !== "pool") return all;
  const isOpen = (id: string) => matchOf(schedule, id)?.status === "ready";
  const shown = all.find(({ matches }) => matches.some(isOpen)) ?? all.at(-1);
  if (!shown) return [];
  const open = shown.matches.findIndex(isOpen);
  const last = Math.min(shown.matches.length, (open < 0 ? shown.matches.length : open) + matchesShown / 2);
  return [
    {
      ...shown,
      matches: shown.matches.slice(Math.max(0, last - matchesShown), Math.max(last, matchesShown)),
    },
  ];
}

export function roundsView(state: ArenaState, tournament: TournamentState, group: number | null): RoundsView {
  const list = shownRounds(tournament, rounds(tournament.schedule, group ?? undefined));
  const lastMain = Math.max(0, ...list.filter(({ bracket }) => bracket === "main").map(({ round }) => round));
  return list.map((round) => ({
    bracket: round.bracket,
    round: round.round,
    title: roundTitle(round, lastMain),
    matches: round.matches.flatMap((id) => matchById(state, tournament, id) ?? []),
  }));
}

export const formatSummary = (tournament: TournamentState): string =>
  formats[tournament.setup.format].summary;
