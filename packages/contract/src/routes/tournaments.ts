import { z } from "@hono/zod-openapi";
import { page } from "../schemas/common.ts";
import {
  matchDetail,
  matchPatch,
  newTournament,
  tournament,
  tournamentPatch,
  tournamentSummary,
} from "../schemas/tournament.ts";
import { bodyErrors, kib, paging, type RouteSpec } from "./spec.ts";

export const tournamentRoutes = {
  listTournaments: {
    method: "get",
    path: "/v1/arenas/{arena}/tournaments",
    summary: "The tournaments of an arena, newest first",
    query: paging,
    status: 200,
    answer: page(tournamentSummary),
    errors: ["arena_unknown"],
  },
  createTournament: {
    method: "post",
    path: "/v1/arenas/{arena}/tournaments",
    summary: "Set up a tournament and start it",
    scope: "arena:write",
    body: { schema: newTournament, type: "json", limitBytes: 512 * kib },
    status: 201,
    answer: tournament,
    errors: [...bodyErrors, "arena_unknown", "entrants_too_few", "setup_invalid", "judge_unavailable"],
  },
  readTournament: {
    method: "get",
    path: "/v1/tournaments/{tournament}",
    summary: "A tournament and its bracket; `?group=` names the prompt whose bracket is wanted",
    query: z.object({ group: z.string().max(96).optional() }),
    status: 200,
    answer: tournament,
    errors: ["tournament_unknown"],
  },
  changeTournament: {
    method: "patch",
    path: "/v1/tournaments/{tournament}",
    summary: "Start, pause or resume a tournament, or change its title or pace",
    scope: "arena:write",
    body: { schema: tournamentPatch, type: "json", limitBytes: 16 * kib },
    status: 200,
    answer: tournamentSummary,
    errors: [...bodyErrors, "tournament_unknown", "tournament_state"],
  },
  cancelTournament: {
    method: "post",
    path: "/v1/tournaments/{tournament}/cancel",
    summary: "Cancel a tournament; its verdicts stay",
    scope: "arena:write",
    status: 200,
    answer: tournamentSummary,
    errors: ["tournament_unknown", "tournament_state"],
  },
  readMatch: {
    method: "get",
    path: "/v1/tournaments/{tournament}/matches/{match}",
    summary: "A match with its outputs and verdicts",
    status: 200,
    answer: matchDetail,
    errors: ["tournament_unknown", "match_unknown"],
  },
  ruleMatch: {
    method: "patch",
    path: "/v1/tournaments/{tournament}/matches/{match}",
    summary: "Correct or void a decided match; what depends on it is reset",
    scope: "arena:write",
    body: { schema: matchPatch, type: "json", limitBytes: 16 * kib },
    status: 200,
    answer: matchDetail,
    errors: [...bodyErrors, "tournament_unknown", "match_unknown", "match_state", "ranks_do_not_fit"],
  },
} as const satisfies Record<string, RouteSpec>;
