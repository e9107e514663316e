import { type Arena, fail, ok, type Result, type Tournament } from "@agon/contract";
import type { ArenaState, TournamentState } from "../state.ts";
import { bracketsOf } from "./brackets.ts";
import { chartView } from "./chart-view.ts";
import {
  formatSummary,
  modelRef,
  promptSlug,
  roundsView,
  standingsView,
  summaryView,
} from "./tournament-view.ts";

/** `createdAt` in milliseconds since 1970. Null before the arena is configured. */
export function arenaView(slug: string, state: ArenaState, createdAt: number): Arena | null {
  const { settings } = state;
  if (settings === null) return null;
  return {
    slug,
    title: settings.title,
    modality: settings.modality,
    description: settings.description,
    k: settings.k,
    criteria: settings.criteria,
    status: settings.status,
    matchmaking: settings.matchmaking,
    seq: state.seq,
    models: state.models.length,
    prompts: state.prompts.length,
    outputs: state.models.reduce((sum, model) => sum + model.outputs, 0),
    votes: state.votes,
    votes_by_judge: votesByJudge(state),
    tournaments: state.tournaments.length,
    live: state.tournaments
      .filter(({ status }) => status === "running")
      .map((running) => liveView(slug, running)),
    categories: [...new Set(state.prompts.flatMap(({ category }) => category ?? []))].sort(),
    embed_origins: settings.embed_origins ?? ["*"],
    created_at: new Date(createdAt).toISOString(),
  };
}

function votesByJudge(state: ArenaState): Record<string, number> {
  const votes: Record<string, number> = {};
  for (const facet of state.facets.values()) votes[facet.judge] = (votes[facet.judge] ?? 0) + facet.votes;
  return votes;
}

function liveView(slug: string, tournament: TournamentState): Arena["live"][number] {
  const { judge, id, title, titled, entrants_total, format, matches_total, matches_decided } = summaryView(
    slug,
    tournament,
  );
  return {
    id,
    title,
    titled,
    entrants_total,
    format,
    judge: judge.kind,
    matches_total,
    matches_decided,
  };
}

/**
 * `group`: slug of the prompt whose bracket is wanted; otherwise the first that is not finished. Fails where the
 * tournament has no bracket of this name.
 */
export function tournamentView(
  slug: string,
  state: ArenaState,
  tournament: TournamentState,
  group: string | null,
): Result<Tournament> {
  const { setup } = tournament;
  const brackets = bracketsOf(state, tournament, group);
  if (brackets === null) return fail("group_unknown", `The tournament has no bracket "${group}".`);
  const { all, chosen } = brackets;
  return ok({
    ...summaryView(slug, tournament),
    seq: state.seq,
    entrants: setup.entrants.map((_, entrant) => modelRef(state, tournament, entrant)),
    prompts: setup.prompts.map((number) => ({ slug: state.prompts[number]?.slug ?? "" })),
    options: setup.options,
    format_summary: formatSummary(tournament),
    chart: chartView(state, tournament, chosen?.group ?? null),
    brackets: all.map((bracket) => ({
      group: promptSlug(state, tournament, bracket.group),
      prompt_text: null,
      decided: bracket.decided,
      total: bracket.total,
      champion: bracket.champion === null ? null : modelRef(state, tournament, bracket.champion),
      rounds: bracket === chosen ? roundsView(state, tournament, bracket.group) : [],
    })),
    standings: standingsView(state, tournament),
  });
}
