// Every call of the API in one table: what it takes, what it answers, who may make it. The server binds a handler to
// each entry, and the OpenAPI document is made from the same entries.
import { z } from "@hono/zod-openapi";
import type { ErrorCode } from "../errors.ts";
import { arena, arenaPatch, model, newArena, newModel, newPrompt, prompt } from "../schemas/arena.ts";
import { ballot, cast, castAnswer, newBallot, withdrawal, withdrawalAnswer } from "../schemas/ballot.ts";
import { page } from "../schemas/common.ts";
import { audit, health } from "../schemas/health.ts";
import { leaderboard, leaderboardQuery } from "../schemas/leaderboard.ts";
import { modelProfile } from "../schemas/model-profile.ts";
import { bulkResult, newOutput } from "../schemas/output.ts";
import {
  matchDetail,
  matchPatch,
  newTournament,
  tournament,
  tournamentPatch,
  tournamentSummary,
} from "../schemas/tournament.ts";
import { importedVerdict, verdict } from "../schemas/verdict.ts";

export type Scope = "arena:write";

interface RouteSpec {
  readonly method: "get" | "post" | "patch" | "delete";
  /** Parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly scope?: Scope;
  readonly body?: {
    readonly schema: z.ZodType;
    /** `ndjson`: the schema is that of a line. */
    readonly type: "json" | "ndjson";
    readonly limitBytes: number;
    /** An empty body stands for `{}`. */
    readonly optional?: true;
  };
  readonly query?: z.ZodObject;
  readonly status: 200 | 201;
  readonly answer: z.ZodType;
  readonly errors: readonly ErrorCode[];
}

const kib = 1_024;
const paging = z.object({
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
  cursor: z.string().max(200).optional(),
});
const keepGoing = z.object({ keep_going: z.enum(["0", "1"]).default("0") });
const bodyErrors = [
  "json_malformed",
  "content_type_unsupported",
  "body_too_large",
  "schema_invalid",
] as const;

export const routes = {
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
    status: 200,
    answer: page(z.object({ slug: z.string(), title: z.string(), instruction: z.string() })),
    errors: ["arena_unknown"],
  },
  listModels: {
    method: "get",
    path: "/v1/arenas/{arena}/models",
    summary: "The models of an arena",
    query: paging,
    status: 200,
    answer: page(model),
    errors: ["arena_unknown"],
  },
  readModel: {
    method: "get",
    path: "/v1/arenas/{arena}/models/{model}",
    summary: "A model's place, record and outputs",
    status: 200,
    answer: modelProfile,
    errors: ["arena_unknown", "model_unknown"],
  },
  addModels: {
    method: "post",
    path: "/v1/arenas/{arena}/models",
    summary: "Add a model or a list of them; a known slug changes nothing",
    scope: "arena:write",
    body: {
      schema: z.union([newModel, z.array(newModel).min(1).max(1_024)]),
      type: "json",
      limitBytes: 1_024 * kib,
    },
    status: 201,
    answer: page(model),
    errors: [...bodyErrors, "arena_unknown"],
  },
  listPrompts: {
    method: "get",
    path: "/v1/arenas/{arena}/prompts",
    summary: "The prompts of an arena",
    query: paging,
    status: 200,
    answer: page(prompt),
    errors: ["arena_unknown"],
  },
  addPrompts: {
    method: "post",
    path: "/v1/arenas/{arena}/prompts",
    summary: "Add a prompt or a list of them; a known slug with the same text changes nothing",
    scope: "arena:write",
    body: {
      schema: z.union([newPrompt, z.array(newPrompt).min(1).max(1_000)]),
      type: "json",
      limitBytes: 4_096 * kib,
    },
    status: 201,
    answer: page(prompt),
    errors: [...bodyErrors, "arena_unknown", "prompt_exists"],
  },
  addOutputs: {
    method: "post",
    path: "/v1/arenas/{arena}/outputs",
    summary: "Upload outputs, one JSON object a line; any bad line refuses all unless ?keep_going=1",
    scope: "arena:write",
    query: keepGoing,
    body: { schema: newOutput, type: "ndjson", limitBytes: 8_192 * kib },
    status: 201,
    answer: bulkResult,
    errors: [...bodyErrors, "arena_unknown", "import_rows_invalid", "output_exists"],
  },
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
  readLeaderboard: {
    method: "get",
    path: "/v1/arenas/{arena}/leaderboard",
    summary: "The leaderboard, with intervals and rank ranges",
    query: leaderboardQuery,
    status: 200,
    answer: leaderboard,
    errors: ["arena_unknown", "parameter_invalid"],
  },
  listVerdicts: {
    method: "get",
    path: "/v1/arenas/{arena}/verdicts",
    summary: "The public log of verdicts; `Accept: application/x-ndjson` gives a line each",
    query: paging.extend({ format: z.enum(["json", "ndjson"]).optional() }),
    status: 200,
    answer: page(verdict),
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

export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type AnyRoute = RouteSpec;
