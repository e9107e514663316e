import { z } from "@hono/zod-openapi";
import { timestamp } from "./common.ts";

export const method = z.enum([
  "bradley-terry",
  "davidson",
  "rao-kupper",
  "plackett-luce",
  "elo",
  "k-sort",
  "win-rate",
  "trueskill",
  "glicko-2",
  "openskill",
]);
export type Method = z.infer<typeof method>;

export const leaderboardQuery = z.object({
  criterion: z.string().max(96).optional(),
  category: z.string().max(96).optional(),
  method: method.optional(),
  judges: z.enum(["all", "human", "llm", "rule", "panel"]).default("all"),
  /** The independent unit of the interval: every ballot, the voter, or the prompt. */
  cluster: z.enum(["none", "voter", "prompt"]).default("none"),
  limit: z.coerce.number().int().min(1).max(1_024).optional(),
  format: z.enum(["json", "csv"]).default("json"),
});
export type LeaderboardQuery = z.input<typeof leaderboardQuery>;

export const boardRow = z
  .object({
    model: z.object({
      slug: z.string(),
      name: z.string(),
      organization: z.string().nullable(),
      license: z.string().nullable(),
      status: z.enum(["active", "withdrawn"]),
    }),
    /** Null while no counted battle has this model. */
    rating: z.number().nullable(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    rank: z.int(),
    rank_lower: z.int(),
    rank_upper: z.int(),
    votes: z.int(),
    wins: z.int(),
    losses: z.int(),
    ties: z.int(),
    win_rate: z.number().nullable(),
    provisional: z.boolean(),
  })
  .openapi("BoardRow");
export type BoardRow = z.infer<typeof boardRow>;

export const leaderboard = z
  .object({
    arena: z.string(),
    as_of: timestamp,
    seq: z.int(),
    criterion: z.string(),
    category: z.string().nullable(),
    method,
    judges: z.string(),
    /** Counted battles behind this board. */
    votes: z.int(),
    interval: z.object({ kind: z.string(), cluster: z.string(), clusters: z.int().nullable() }),
    converged: z.boolean(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    models: z.array(boardRow),
    /** `wins[i][j]`: how often model i stood above model j; ties count for neither. In the order of `models`. */
    matrix: z.object({
      models: z.array(z.string()),
      wins: z.array(z.array(z.number())),
      ties: z.array(z.array(z.number())),
    }),
  })
  .openapi("Leaderboard");
export type Leaderboard = z.infer<typeof leaderboard>;
