import { z } from "@hono/zod-openapi";
import { analyses, analysesQuery } from "../schemas/analyses.ts";
import { page } from "../schemas/common.ts";
import { leaderboard, leaderboardQuery } from "../schemas/leaderboard.ts";
import { bulkResult } from "../schemas/output.ts";
import { importedVerdict, verdict } from "../schemas/verdict.ts";
import { bodyErrors, keepGoing, kib, paging, type RouteSpec } from "./spec.ts";

export const boardRoutes = {
  readLeaderboard: {
    method: "get",
    path: "/v1/arenas/{arena}/leaderboard",
    summary: "The leaderboard, with intervals and rank ranges",
    query: leaderboardQuery,
    status: 200,
    answer: leaderboard,
    etag: true,
    otherTypes: { "text/csv": "A row for each model, with ?format=csv" },
    errors: ["arena_unknown", "parameter_invalid", "board_too_large"],
  },
  readAnalyses: {
    method: "get",
    path: "/v1/arenas/{arena}/analyses",
    summary: "What the votes say beside a ranking: bias, agreement, circles, groups, fragility",
    query: analysesQuery,
    status: 200,
    answer: analyses,
    etag: true,
    errors: ["arena_unknown", "parameter_invalid"],
  },
  listVerdicts: {
    method: "get",
    path: "/v1/arenas/{arena}/verdicts",
    summary: "The public log of verdicts; `Accept: application/x-ndjson` gives a line each",
    query: paging.extend({ format: z.enum(["json", "ndjson"]).optional() }),
    status: 200,
    answer: page(verdict),
    otherTypes: { "application/x-ndjson": "A verdict a line" },
    errors: ["arena_unknown", "parameter_invalid"],
  },
  importVerdicts: {
    method: "post",
    path: "/v1/arenas/{arena}/verdicts",
    summary: "Import votes that were cast elsewhere, one JSON object a line; a known id changes nothing",
    scope: "arena:write",
    query: keepGoing,
    body: { schema: importedVerdict, type: "ndjson", limitBytes: 8_192 * kib },
    status: 201,
    answer: bulkResult,
    errors: [...bodyErrors, "arena_unknown", "import_rows_invalid"],
  },
} as const satisfies Record<string, RouteSpec>;
