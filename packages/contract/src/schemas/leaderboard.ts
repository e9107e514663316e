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

/** A whole number in an address; unlike a coercion it takes no empty text for 0. */
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "is not a whole number")
    .transform(Number)
    .refine((value) => value <= most, `is more than ${most}`)
    .openapi({ type: "integer", minimum: 0, maximum: most });

const flag = z.enum(["0", "1"]);

/** What the outputs of a style-controlled board are compared by, and the place at which they were shown. */
export const styleFeature = z.enum(["tokens", "headings", "bold", "lists", "position"]);
export type StyleFeature = z.infer<typeof styleFeature>;

export const boardWarning = z.object({
  code: z.string(),
  message: z.string(),
  /** The numbers and names in the message. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type BoardWarning = z.infer<typeof boardWarning>;

export const leaderboardQuery = z.object({
  /** `overall` of an arena whose criteria are all others is their weighted mean. */
  criterion: z.string().max(96).optional(),
  category: z.string().max(96).optional(),
  method: method.optional(),
  judges: z.enum(["all", "human", "llm", "rule", "panel"]).default("all"),
  /** The independent unit of the interval: every ballot, the voter, or the prompt. */
  cluster: z.enum(["none", "voter", "prompt"]).default("none"),
  interval: z.enum(["sandwich", "bootstrap", "none"]).optional(),
  /** 1: Bradley-Terry as if all outputs had the same style. */
  style: flag.default("0"),
  /** A win of an output that is longer by more characters than this counts as a tie, unless it was a clear one. */
  length_margin: wholeNumber(1_000_000).optional(),
  /** 0: a category's board as it stands, not drawn to the board over all categories. */
  shrink: flag.default("1"),
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
    /** Probability of being the best, from draws seeded by the seq; null where the method has no spread. */
    p_rank_1: z.number().nullable(),
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
    /** Null without style control. Nats per standard deviation of a feature's normalised difference. */
    style: z
      .object({
        strength: z.number(),
        coefficients: z.array(z.object({ feature: styleFeature, value: z.number(), sd: z.number() })),
      })
      .nullable(),
    /** Characters; null where the lengths of the outputs change nothing. */
    length_margin: z.int().nullable(),
    /** A category's board that is drawn to the board over all categories. */
    shrunk: z.boolean(),
    /** The criteria behind a weighted board, with shares that sum to 1; null for the board of one criterion. */
    weights: z.array(z.object({ criterion: z.string(), share: z.number() })).nullable(),
    converged: z.boolean(),
    warnings: z.array(boardWarning),
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
