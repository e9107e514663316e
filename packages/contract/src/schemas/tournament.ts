import { z } from "@hono/zod-openapi";
import { modelRef, shortText, slug, timestamp } from "./common.ts";
import { inlineLlm } from "./judge.ts";
import { verdict } from "./verdict.ts";

export const tournamentFormat = z.enum([
  "single-elimination",
  "series",
  "double-elimination",
  "k-wise-elimination",
  "k-wise-league",
  "swiss",
  "round-robin",
  "anchored",
  "sort",
  "placement",
]);
export type TournamentFormat = z.infer<typeof tournamentFormat>;

/** Who decides: `"score"` and `"human"` are short for the objects. */
export const tournamentJudge = z.union([
  z.enum(["score", "human"]),
  z.strictObject({ kind: z.literal("human") }),
  z.strictObject({ kind: z.literal("rule"), rule: z.literal("score") }),
  z.strictObject({
    kind: z.literal("rule"),
    rule: z.literal("reference"),
    /** Normalised: case, punctuation and runs of white space do not count. */
    match: z.enum(["exact", "normalised"]).default("normalised"),
  }),
  /** A judge of the arena by its slug, or a language model described on the spot, which becomes one. */
  z.strictObject({ kind: z.enum(["llm", "panel"]), judge: slug }),
  z.strictObject({ kind: z.literal("rule"), judge: slug }),
  inlineLlm,
]);
export type TournamentJudge = z.input<typeof tournamentJudge>;
/** The long form of a judge, every default filled in and every judge on the spot made one of the arena. */
export type JudgeSpec =
  | { readonly kind: "human" }
  | { readonly kind: "rule"; readonly rule: "score" }
  | { readonly kind: "rule"; readonly rule: "reference"; readonly match: "exact" | "normalised" }
  | { readonly kind: "llm" | "panel"; readonly judge: string };

export const newTournament = z
  .strictObject({
    format: tournamentFormat,
    judge: tournamentJudge.default("human"),
    title: shortText.optional(),
    criterion: z.string().max(96).optional(),
    /** The same seed and entrants give the same bracket. Drawn and published when left out. */
    seed: z.union([z.string().min(1).max(64), z.int()]).optional(),
    /** Slugs; default: every model that has outputs. */
    models: z.array(z.string()).max(1_024).optional(),
    /** Slugs; default: every prompt. */
    prompts: z.array(z.string()).max(10_000).optional(),
    /** Milliseconds between two battles of a program judge, so that people can watch. 0 = full speed. */
    pace_ms: z.int().min(0).max(60_000).default(0),
    /** False leaves it scheduled until it is started. */
    start: z.boolean().default(true),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .openapi("NewTournament");
export type NewTournament = z.input<typeof newTournament>;

export const tournamentPatch = z
  .strictObject({
    status: z.enum(["running", "paused"]).optional(),
    title: shortText.optional(),
    pace_ms: z.int().min(0).max(60_000).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "name at least one thing to change")
  .openapi("TournamentPatch");
export type TournamentPatch = z.infer<typeof tournamentPatch>;

export const tournamentStatus = z.enum(["scheduled", "running", "paused", "completed", "cancelled"]);
export type TournamentStatus = z.infer<typeof tournamentStatus>;

/** A seat of a match: taken, or waiting for the winner or loser of another match. */
export const place = z.object({
  model: modelRef.nullable(),
  seed: z.int().nullable(),
  from: z.string().nullable(),
  role: z.enum(["winner", "loser"]).nullable(),
});

export const matchStatus = z.enum(["awaiting", "ready", "decided", "bye", "forfeit", "void"]);

export const match = z
  .object({
    id: z.string(),
    /** The prompt whose bracket this match belongs to; null when one bracket spans all prompts. */
    group: z.string().nullable(),
    bracket: z.enum(["main", "lower", "final", "third", "pool"]),
    round: z.int(),
    position: z.int(),
    status: matchStatus,
    version: z.int(),
    places: z.array(place),
    ranks: z.array(z.number()).nullable(),
    score: z.array(z.number()).nullable(),
    games: z.int(),
    games_needed: z.int().nullable(),
    winners: z.array(z.string()),
    note: z.string().nullable(),
    prompt: z.string().nullable(),
    feeds: z.string().nullable(),
    loser_feeds: z.string().nullable(),
  })
  .openapi("Match");
export type Match = z.infer<typeof match>;

export const tournamentSummary = z
  .object({
    id: z.string(),
    arena: z.string(),
    title: z.string(),
    /** False: the title was made from the format and the number of entrants, and a page may say it in its language. */
    titled: z.boolean(),
    format: tournamentFormat,
    status: tournamentStatus,
    criterion: z.string(),
    /** `judge`: slug of a judge of the arena. */
    judge: z.object({ kind: z.string(), rule: z.string().nullable(), judge: z.string().nullable() }),
    seed: z.string(),
    pace_ms: z.int(),
    matches_total: z.int().nullable(),
    matches_decided: z.int(),
    entrants_total: z.int(),
    prompts_total: z.int(),
    created_at: timestamp,
    updated_seq: z.int(),
  })
  .openapi("TournamentSummary");
export type TournamentSummary = z.infer<typeof tournamentSummary>;

const crossCell = z.tuple([z.int(), z.int(), z.int()]);

/**
 * What there is to draw beside the matches, by models' slugs: nothing for brackets and leagues, the rounds of a
 * Swiss tournament, a cross table, an order in the making, an interval that narrows.
 */
export const tournamentChart = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.enum(["bracket", "league"]) }),
    z.object({
      kind: z.literal("swiss"),
      /** In their order; a round's pairings follow from the results of those before it. */
      rounds: z.array(z.object({ prompts: z.array(z.string()), begun: z.boolean() })),
    }),
    z.object({
      kind: z.literal("cross-table"),
      /** Best first; the first 64 of a larger field. */
      rows: z.array(z.string()),
      columns: z.array(z.string()),
      /** Wins, losses and ties of the row against the column, over all prompts; null = they do not meet. */
      cells: z.array(z.array(crossCell.nullable())),
    }),
    z.object({
      kind: z.literal("sort"),
      /** The prompt whose outputs are in this order. */
      prompt: z.string(),
      /** The best, in their final order. */
      settled: z.array(z.string()),
      /** The others as they stand now. */
      rest: z.array(z.string()),
      comparing: z.array(z.string()).nullable(),
    }),
    z.object({
      kind: z.literal("placement"),
      newcomer: z.string(),
      /** The others, best first. */
      ladder: z.array(z.string()),
      /** Probability that the newcomer's place is from `lower` to `upper`. */
      confidence: z.number(),
      /** Before the first battle and after each decided one; places from 1. */
      steps: z.array(
        z.object({
          match: z.string().nullable(),
          lower: z.int(),
          likeliest: z.int(),
          upper: z.int(),
        }),
      ),
    }),
  ])
  .openapi("TournamentChart");
export type TournamentChart = z.infer<typeof tournamentChart>;

export const tournament = tournamentSummary
  .extend({
    seq: z.int(),
    entrants: z.array(modelRef),
    prompts: z.array(z.object({ slug: z.string() })),
    options: z.record(z.string(), z.unknown()),
    /** What the format is good for, in English. */
    format_summary: z.string(),
    chart: tournamentChart,
    /**
     * One bracket, or one per prompt (`group` is the prompt). `?group=` chooses the one whose rounds are given; of
     * a league only the latest matches, and where a group has many matches at once only the round being played.
     */
    brackets: z.array(
      z.object({
        group: z.string().nullable(),
        /** Text of the prompt, for the bracket whose rounds are given. */
        prompt_text: z.string().nullable(),
        decided: z.int(),
        total: z.int().nullable(),
        champion: modelRef.nullable(),
        rounds: z.array(
          z.object({
            bracket: z.enum(["main", "lower", "final", "third", "pool"]),
            round: z.int(),
            title: z.string(),
            matches: z.array(match),
          }),
        ),
      }),
    ),
    standings: z.array(
      z.object({
        model: modelRef,
        place: z.int().nullable(),
        wins: z.int(),
        losses: z.int(),
        ties: z.int(),
        /** Brackets won, where there is one per prompt. */
        titles: z.int(),
      }),
    ),
  })
  .openapi("Tournament");
export type Tournament = z.infer<typeof tournament>;

export const matchDetail = match
  .extend({
    tournament: z.string(),
    title: z.string(),
    prompt_text: z.string().nullable(),
    outputs: z.array(
      z.object({
        model: modelRef,
        prompt: z.string(),
        content: z.string().nullable(),
        media_url: z.string().nullable(),
        score: z.number().nullable(),
        /** The operator took it down: neither content nor media are there any more. */
        taken_down: z.boolean(),
      }),
    ),
    verdicts: z.array(verdict),
    /** What operators decided over the verdicts, oldest first. */
    rulings: z.array(
      z.object({
        seq: z.int(),
        kind: z.enum(["ranks", "void"]),
        ranks: z.array(z.number()).nullable(),
        reason: z.string().nullable(),
        at: timestamp,
      }),
    ),
  })
  .openapi("MatchDetail");
export type MatchDetail = z.infer<typeof matchDetail>;

export const matchPatch = z
  .union([
    z.strictObject({
      ranks: z.array(z.int().min(1).max(1_000)).min(2).max(8),
      reason: z.string().max(500).optional(),
    }),
    z.strictObject({ void: z.literal(true), reason: z.string().max(500).optional() }),
  ])
  .openapi("MatchPatch");
export type MatchPatch = z.infer<typeof matchPatch>;

/** What a ruling would take back. */
export const rulingPreview = z
  .object({
    /** Other matches that begin again, as they stand now. */
    resets: z.array(match),
    /** Verdicts that stop counting, those on the match itself among them. */
    verdicts: z.int(),
  })
  .openapi("RulingPreview");
export type RulingPreview = z.infer<typeof rulingPreview>;
