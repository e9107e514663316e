import { z } from "@hono/zod-openapi";
import { page } from "../schemas/common.ts";
import { judge, judgeDetail, judgeEstimate, judgePatch, judgeWork, newJudge } from "../schemas/judge.ts";
import { newTournament } from "../schemas/tournament.ts";
import { bodyErrors, kib, type RouteSpec } from "./spec.ts";

export const judgeRoutes = {
  listJudges: {
    method: "get",
    path: "/v1/arenas/{arena}/judges",
    summary: "The judges of an arena that are no people",
    status: 200,
    answer: page(judge),
    errors: ["arena_unknown"],
  },
  addJudge: {
    method: "post",
    path: "/v1/arenas/{arena}/judges",
    summary: "Add a language model, a panel or a rule as a judge; keys are named, never sent",
    scope: "arena:write",
    body: { schema: newJudge, type: "json", limitBytes: 64 * kib },
    status: 201,
    answer: judge,
    errors: [...bodyErrors, "arena_unknown", "judge_exists", "judge_unavailable"],
  },
  readJudge: {
    method: "get",
    path: "/v1/arenas/{arena}/judges/{judge}",
    summary:
      "A judge with what its verdicts say of it; `?with=` compares it with another on the same battles",
    query: z.object({ with: z.string().max(96).optional() }),
    status: 200,
    answer: judgeDetail,
    errors: ["arena_unknown", "judge_unknown", "parameter_invalid"],
  },
  changeJudge: {
    method: "patch",
    path: "/v1/arenas/{arena}/judges/{judge}",
    summary: "Change a judge, stop it or let it go on",
    scope: "arena:write",
    body: { schema: judgePatch, type: "json", limitBytes: 64 * kib },
    status: 200,
    answer: judge,
    errors: [...bodyErrors, "arena_unknown", "judge_unknown", "judge_unavailable"],
  },
  disableJudge: {
    method: "delete",
    path: "/v1/arenas/{arena}/judges/{judge}",
    summary: "Take a judge out of service; its verdicts stay",
    scope: "arena:write",
    status: 200,
    answer: judge,
    errors: ["arena_unknown", "judge_unknown"],
  },
  readJudgeWork: {
    method: "get",
    path: "/v1/arenas/{arena}/judges/{judge}/work",
    summary: "What a judge is doing, what it has cost, what failed and why",
    scope: "arena:write",
    status: 200,
    answer: judgeWork,
    errors: ["arena_unknown", "judge_unknown"],
  },
  retryJudge: {
    method: "post",
    path: "/v1/arenas/{arena}/judges/{judge}/retry",
    summary: "Give out again what a judge failed at",
    scope: "arena:write",
    status: 200,
    answer: judgeWork,
    errors: ["arena_unknown", "judge_unknown"],
  },
  stopJudge: {
    method: "post",
    path: "/v1/arenas/{arena}/judges/{judge}/stop",
    summary: "Give no more battles to a judge; what is under way ends",
    scope: "arena:write",
    status: 200,
    answer: judge,
    errors: ["arena_unknown", "judge_unknown", "judge_unavailable"],
  },
  estimateTournament: {
    method: "post",
    path: "/v1/arenas/{arena}/tournaments/estimate",
    summary: "What a tournament would cost: calls, tokens and money, before anything is spent",
    scope: "arena:write",
    body: { schema: newTournament, type: "json", limitBytes: 512 * kib },
    status: 200,
    answer: judgeEstimate,
    errors: [...bodyErrors, "arena_unknown", "entrants_too_few", "setup_invalid", "judge_unavailable"],
  },
} as const satisfies Record<string, RouteSpec>;
