import { z } from "@hono/zod-openapi";
import { ballot, cast, castAnswer, newBallot, withdrawal, withdrawalAnswer } from "../schemas/ballot.ts";
import { bodyErrors, kib, type RouteSpec } from "./spec.ts";

export const ballotRoutes = {
  issueBallot: {
    method: "post",
    path: "/v1/arenas/{arena}/ballots",
    summary: "Get a battle to judge",
    query: z.object({
      k: z.coerce.number().int().min(2).max(8).optional(),
      mode: z.enum(["rank", "best"]).optional(),
      criterion: z.string().max(96).optional(),
      category: z.string().max(96).optional(),
      tournament: z.string().max(120).optional(),
    }),
    body: { schema: newBallot, type: "json", limitBytes: 4 * kib, optional: true },
    status: 201,
    answer: ballot,
    errors: [
      ...bodyErrors,
      "parameter_invalid",
      "arena_unknown",
      "tournament_unknown",
      "tournament_state",
      "no_battle_left",
      "arena_closed",
      "quota_exhausted",
      "unavailable",
    ],
  },
  castBallot: {
    method: "post",
    path: "/v1/ballots/{ballot}",
    summary: "Cast a ballot; the same again gets the same answer",
    body: { schema: cast, type: "json", limitBytes: 16 * kib },
    status: 201,
    answer: castAnswer,
    errors: [
      ...bodyErrors,
      "ballot_forged",
      "ballot_foreign",
      "ballot_used",
      "ballot_expired",
      "ranks_do_not_fit",
      "arena_closed",
      "unavailable",
    ],
  },
  withdrawBallot: {
    method: "delete",
    path: "/v1/ballots/{ballot}",
    summary: "Take a vote back within 5 seconds of its cast",
    query: z.object({ token: z.string().max(4_000).optional() }),
    body: { schema: withdrawal.partial(), type: "json", limitBytes: 16 * kib, optional: true },
    status: 200,
    answer: withdrawalAnswer,
    errors: ["ballot_forged", "ballot_foreign", "ballot_not_cast", "withdrawal_late", "schema_invalid"],
  },
} as const satisfies Record<string, RouteSpec>;
