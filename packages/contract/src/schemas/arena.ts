import { z } from "@hono/zod-openapi";
import { arenaSlug, longText, shortText, slug, timestamp } from "./common.ts";
import { embedOrigin } from "./widget.ts";

export const modality = z.enum(["text", "image", "audio", "video", "code"]);
export type Modality = z.infer<typeof modality>;

/** The ground of a judgement, as the voter reads it. */
export const criterion = z.strictObject({
  slug,
  title: shortText,
  instruction: z.string().trim().min(1).max(500),
  /** Its share in the board over all criteria, beside the others' weights; default 1. */
  weight: z.number().min(0).max(1_000).optional(),
});
export type Criterion = z.infer<typeof criterion>;

export const shownCriterion = z.object({
  slug: z.string(),
  title: z.string(),
  instruction: z.string(),
  weight: z.number().optional(),
});

/** K-wise battles show 2 to 8 outputs. */
export const battleSize = z.int().min(2).max(8);

export const arenaStatus = z.enum(["open", "paused"]);

/** What chooses the models of an open battle: expected information, K-Sort Arena's own rule, or a fair lot. */
export const matchmaking = z.enum(["information", "k-sort", "uniform"]);

const settings = {
  title: shortText,
  modality,
  description: z.string().max(4_000),
  k: battleSize,
  criteria: z
    .array(criterion)
    .min(1)
    .max(16)
    .refine(
      (all) => new Set(all.map(({ slug }) => slug)).size === all.length,
      "two criteria have the same slug",
    )
    .refine((all) => all.some(({ weight = 1 }) => weight > 0), "one criterion needs a weight above 0"),
  status: arenaStatus,
  matchmaking,
  /** Who places newcomers, a judge of the arena too; default: the score field when every output has one, else people. */
  placement_judge: z.union([
    z.enum(["score", "human"]),
    z.strictObject({ kind: z.enum(["llm", "panel"]), judge: slug }),
  ]),
  /** Who may frame the arena's widgets; none but this site when empty. Default: anybody. */
  embed_origins: z.array(embedOrigin).max(32),
};

export const arenaSettings = z.strictObject({
  ...settings,
  modality: settings.modality.default("text"),
  description: settings.description.default(""),
  k: settings.k.default(2),
  criteria: settings.criteria.default([
    { slug: "overall", title: "Overall", instruction: "Which answer is better?" },
  ]),
  status: settings.status.default("open"),
  matchmaking: settings.matchmaking.default("information"),
  placement_judge: settings.placement_judge.optional(),
  embed_origins: settings.embed_origins.optional(),
});
export type ArenaSettings = z.infer<typeof arenaSettings>;

export const newArena = arenaSettings.extend({ slug: arenaSlug }).openapi("NewArena");
export type NewArena = z.input<typeof newArena>;

/** Without the defaults of a new arena: what is not named stays as it is. */
export const arenaPatch = z
  .strictObject(settings)
  .omit({ modality: true })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "name at least one setting to change")
  .openapi("ArenaPatch");
export type ArenaPatch = z.input<typeof arenaPatch>;

export const arena = z
  .object({
    slug: z.string(),
    title: z.string(),
    modality,
    description: z.string(),
    k: z.int(),
    criteria: z.array(shownCriterion),
    status: arenaStatus,
    matchmaking,
    /** The arena's newest log entry. */
    seq: z.int(),
    models: z.int(),
    prompts: z.int(),
    outputs: z.int(),
    votes: z.int(),
    /** Counted votes by kind of judge. */
    votes_by_judge: z.record(z.string(), z.int()),
    tournaments: z.int(),
    /** Tournaments that are moving now. */
    live: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        /** As in a tournament's summary. */
        titled: z.boolean(),
        entrants_total: z.int(),
        format: z.string(),
        /** The kind of judge: a program moves its tournament by itself. */
        judge: z.string(),
        matches_total: z.int().nullable(),
        matches_decided: z.int(),
      }),
    ),
    categories: z.array(z.string()),
    embed_origins: z.array(z.string()),
    created_at: timestamp,
  })
  .openapi("Arena");
export type Arena = z.infer<typeof arena>;

export const newModel = z
  .strictObject({
    slug,
    name: shortText.optional(),
    organization: z.string().max(200).optional(),
    license: z.string().max(200).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    family: z.string().max(200).optional(),
    description: z.string().max(4_000).optional(),
  })
  .openapi("NewModel");
export type NewModel = z.infer<typeof newModel>;

export const model = z
  .object({
    slug: z.string(),
    name: z.string(),
    organization: z.string().nullable(),
    license: z.string().nullable(),
    url: z.string().nullable(),
    family: z.string().nullable(),
    description: z.string().nullable(),
    status: z.enum(["active", "withdrawn"]),
    outputs: z.int(),
    votes: z.int(),
  })
  .openapi("Model");
export type Model = z.infer<typeof model>;

export const newPrompt = z
  .strictObject({
    slug,
    text: longText.min(1),
    category: z.string().trim().min(1).max(96).optional(),
    reference: longText.optional(),
  })
  .openapi("NewPrompt");
export type NewPrompt = z.infer<typeof newPrompt>;

export const prompt = z
  .object({
    slug: z.string(),
    text: z.string(),
    category: z.string().nullable(),
    reference: z.string().nullable(),
    outputs: z.int(),
  })
  .openapi("Prompt");
export type Prompt = z.infer<typeof prompt>;
