// What the votes of an arena say beside a ranking. Every part comes with a finding: a code and the numbers that its
// sentence needs, so that it can be worded in any language.
import { z } from "@hono/zod-openapi";
import { judgeKind, modelRef, timestamp } from "./common.ts";
import { leaderboardQuery } from "./leaderboard.ts";

export const analysisPart = z.enum([
  "position",
  "swap",
  "agreement",
  "cycles",
  "mixture",
  "groups",
  "fragility",
  "criteria",
  "scores",
  "reward",
]);
export type AnalysisPart = z.infer<typeof analysisPart>;

export const analysesQuery = leaderboardQuery
  .pick({ criterion: true, category: true, judges: true, length_margin: true })
  .extend({
    /** Parts by name, separated by commas; default: all. */
    parts: z
      .string()
      .max(200)
      .transform((text) => text.split(","))
      .pipe(z.array(analysisPart))
      .optional()
      .openapi({ type: "string", example: "position,cycles" }),
    /** Two models, separated by a comma, that the criteria are tested on; default: the first two. */
    compare: z
      .string()
      .max(200)
      .regex(/^[^,]+,[^,]+$/, "names two models, separated by a comma")
      .optional(),
  });
export type AnalysesQuery = z.input<typeof analysesQuery>;

export const finding = z
  .object({
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .openapi("Finding");
export type Finding = z.infer<typeof finding>;

const share = z.number().nullable();

const position = z.object({
  finding,
  /** Decided duels by kind of judge; programs see no places. */
  duels: z.array(
    z.object({
      kind: judgeKind,
      decided: z.int(),
      /** Share won by the output shown first, with Wilson's 95 % interval. */
      first: share,
      lower: share,
      upper: share,
      p: share,
    }),
  ),
  /** Battles of three and more outputs by their number: the mean rank of every place. */
  slots: z.array(
    z.object({ k: z.int(), ballots: z.int(), mean: z.array(z.number()), fair: z.number(), p: share }),
  ),
});

const swap = z.object({
  finding,
  duels: z.int(),
  consistent: z.int(),
  first_twice: z.int(),
  second_twice: z.int(),
  share,
});

const agreed = {
  items: z.int(),
  share,
  kappa: share,
  lower: share,
  upper: share,
  /** Dollars for a pair on which the judge agreed; null where no cost is told. */
  cost_per_agreement_usd: share,
};

const agreement = z.object({
  finding,
  /** Every judge that is no person, most items first. An item is a pair of outputs that people decided too. */
  judges: z.array(
    z.object({
      id: z.string(),
      kind: judgeKind,
      ...agreed,
      categories: z.array(z.object({ category: z.string(), ...agreed })),
    }),
  ),
});

const cycles = z.object({
  finding,
  /** Triples of models all of whose pairs met and none of which is even. */
  triads: z.int(),
  cyclic: z.int(),
  share,
  /** Up to ten circles; each model beats the next and the last the first. */
  circles: z.array(z.array(modelRef)),
  /** Nats by which a model with circles explains the votes better, and what it must gain to be worth its parameters. */
  gain: z.number().nullable(),
  needed: z.number().nullable(),
});

const mixture = z.object({
  finding,
  /** Pairs of rated models that have met. */
  met: share,
  models: z.array(z.object({ model: modelRef, share: z.number() })),
});

const rated = z.object({ model: modelRef, rating: z.number() });

const groups = z.object({
  finding,
  voters: z.int(),
  ballots: z.int(),
  /** The better of one and two groups, largest first; empty where too little is known. */
  groups: z.array(z.object({ share: z.number(), models: z.array(rated) })),
  /** Schwarz's criterion of one group minus that of two: above 0, two groups are worth it. */
  gain: z.number().nullable(),
});

const fragility = z.object({
  finding,
  leader: modelRef.nullable(),
  rival: modelRef.nullable(),
  /** Fewest votes found whose removal changes rank 1. */
  votes: z.int().nullable(),
  /** All of them; where ballots rank three and more outputs, pairs. */
  total: z.int(),
  unit: z.enum(["votes", "pairs"]),
});

const criteria = z.object({
  finding,
  compared: z.array(modelRef),
  criteria: z.array(
    z.object({
      criterion: z.string(),
      title: z.string(),
      votes: z.int(),
      models: z.array(rated.extend({ lower: share, upper: share })),
      /** Of the first model compared against the second, in nats; p adjusted by Holm over the criteria. */
      test: z.object({ difference: share, sd: share, p: share, adjusted: share }),
    }),
  ),
});

const scores = z.object({
  finding,
  concordant: z.int(),
  discordant: z.int(),
  tied: z.int(),
  tau: share,
});

const reward = z.object({
  finding,
  length_margin: z.int().nullable(),
  models: z.array(z.object({ model: modelRef, items: z.int(), reward: z.number() })),
});

export const analyses = z
  .object({
    arena: z.string(),
    as_of: timestamp,
    seq: z.int(),
    criterion: z.string(),
    category: z.string().nullable(),
    judges: z.string(),
    /** Counted votes that the filters let through. */
    votes: z.int(),
    parts: z
      .object({ position, swap, agreement, cycles, mixture, groups, fragility, criteria, scores, reward })
      .partial(),
  })
  .openapi("Analyses");
export type Analyses = z.infer<typeof analyses>;
export type AnalysisParts = Analyses["parts"];
