import { arena, arenaPatch, newArena, shownCriterion } from "../schemas/arena.ts";
import { page } from "../schemas/common.ts";
import { audit, health } from "../schemas/health.ts";
import { bodyErrors, kib, paging, type RouteSpec } from "./spec.ts";

export const arenaRoutes = {
  health: {
    method: "get",
    path: "/v1/health",
    summary: "What works and what does not",
    status: 200,
    answer: health,
    errors: ["unavailable"],
  },
  listArenas: {
    method: "get",
    path: "/v1/arenas",
    summary: "The public arenas",
    query: paging,
    status: 200,
    answer: page(arena),
    errors: [],
  },
  readArena: {
    method: "get",
    path: "/v1/arenas/{arena}",
    summary: "One arena",
    status: 200,
    answer: arena,
    etag: true,
    errors: ["arena_unknown"],
  },
  createArena: {
    method: "post",
    path: "/v1/arenas",
    summary: "Create an arena",
    scope: "arena:write",
    body: { schema: newArena, type: "json", limitBytes: 64 * kib },
    status: 201,
    answer: arena,
    errors: [...bodyErrors, "arena_exists"],
  },
  changeArena: {
    method: "patch",
    path: "/v1/arenas/{arena}",
    summary: "Change an arena's settings, pause it or open it again",
    scope: "arena:write",
    body: { schema: arenaPatch, type: "json", limitBytes: 64 * kib },
    status: 200,
    answer: arena,
    errors: [...bodyErrors, "arena_unknown"],
  },
  auditArena: {
    method: "get",
    path: "/v1/arenas/{arena}/audit",
    summary: "Compare the live state with a replay of the log from its first entry",
    scope: "arena:write",
    status: 200,
    answer: audit,
    errors: ["arena_unknown"],
  },
  listCriteria: {
    method: "get",
    path: "/v1/arenas/{arena}/criteria",
    summary: "What outputs are judged by",
    query: paging,
    status: 200,
    answer: page(shownCriterion),
    errors: ["arena_unknown"],
  },
} as const satisfies Record<string, RouteSpec>;
