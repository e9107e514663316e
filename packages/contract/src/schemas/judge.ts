import { z } from "@hono/zod-openapi";
import { judgeKind, shortText, slug, timestamp } from "./common.ts";

/** How a duel is asked for; battles of three or more are always asked for as an order. */
export const judgeProtocol = z.enum(["five-outcome", "pairwise-tie", "pairwise-forced", "single-1-10"]);
export type JudgeProtocol = z.infer<typeof judgeProtocol>;

/** Secrets of the deployment that may be sent to a judge's endpoint: the prefix keeps all others at home. */
export const keySecret = z
  .string()
  .max(64)
  .regex(
    /^JUDGE_[A-Z0-9_]+$/,
    "name a secret of the deployment that begins with JUDGE_, such as JUDGE_OPENAI_KEY",
  );

/** US dollars for a million tokens. */
export const tokenPrice = z.strictObject({
  input: z.number().min(0).max(10_000),
  output: z.number().min(0).max(10_000),
});

const usd = z.number().positive().max(1_000_000);
const judgeStatus = z.enum(["active", "stopped", "disabled"]);

export const judgeOptions = z.strictObject({
  /** Every duel is judged in both orders; verdicts that contradict each other are a tie. */
  both_orders: z.boolean().default(false),
  /** Where both orders contradict each other, texts are split and compared part by part. */
  portia: z.boolean().default(false),
  /** The prompt's checklist is shown to the judge. */
  checklist: z.boolean().default(true),
  /** Most tokens of an answer. */
  max_output_tokens: z.int().min(8).max(8_192).default(512),
});

const llmFields = {
  protocol: judgeProtocol,
  /** The model's name at its endpoint. */
  model: z.string().trim().min(1).max(200),
  /** OpenAI-compatible, without `/chat/completions`; or `workers-ai`, the binding of the deployment. */
  base_url: z.union([z.literal("workers-ai"), z.url({ protocol: /^https?$/ }).max(2_000)]),
  key_secret: keySecret.nullable(),
  /** A panel never lets a judge judge models of this family. */
  family: z.string().trim().min(1).max(200).nullable(),
  options: judgeOptions,
  price: tokenPrice.nullable(),
  /** Calls at once to the endpoint. */
  max_concurrency: z.int().min(1).max(64),
};

const panelFields = {
  /** Slugs of language-model judges of the arena. */
  members: z.array(slug).min(2).max(9),
  /** Members that must have judged for a verdict; default: half of them, rounded up. */
  quorum: z.int().min(1).max(9).nullable(),
};

const common = {
  slug,
  name: shortText.optional(),
  /** Dollars after which no more battles are given to this judge. */
  max_cost: usd.nullable().default(null),
};

const newLlm = z.strictObject({
  ...common,
  kind: z.literal("llm"),
  protocol: llmFields.protocol.default("five-outcome"),
  model: llmFields.model,
  base_url: llmFields.base_url,
  key_secret: llmFields.key_secret.default(null),
  family: llmFields.family.default(null),
  options: llmFields.options.prefault({}),
  price: llmFields.price.default(null),
  max_concurrency: llmFields.max_concurrency.default(6),
});

/** A language model described where a judge is wanted; its slug is made from the model's name. */
export const inlineLlm = newLlm.extend({ slug: slug.optional() });

const newPanel = z.strictObject({
  ...common,
  kind: z.literal("panel"),
  members: panelFields.members,
  quorum: panelFields.quorum.default(null),
});

const newRule = z.strictObject({
  ...common,
  kind: z.literal("rule"),
  rule: z.enum(["score", "reference"]),
  match: z.enum(["exact", "normalised"]).default("normalised"),
});

export const newJudge = z.discriminatedUnion("kind", [newLlm, newPanel, newRule]).openapi("NewJudge");
export type NewJudge = z.input<typeof newJudge>;
/** A judge with every default filled in, as the log keeps it. */
export type JudgeDefinition = z.output<typeof newJudge>;
export type LlmDefinition = z.output<typeof newLlm>;
export type PanelDefinition = z.output<typeof newPanel>;

export const judgePatch = z
  .strictObject({
    name: shortText,
    status: z.enum(["active", "stopped"]),
    max_cost: usd.nullable(),
    ...llmFields,
    options: z
      .strictObject({
        both_orders: z.boolean(),
        portia: z.boolean(),
        checklist: z.boolean(),
        max_output_tokens: z.int().min(8).max(8_192),
      })
      .partial(),
    ...panelFields,
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "name at least one thing to change")
  .openapi("JudgePatch");
export type JudgePatch = z.output<typeof judgePatch>;

/** A judge in a sentence: what everybody may know of it. */
export const judge = z
  .object({
    slug: z.string(),
    name: z.string(),
    kind: judgeKind,
    status: judgeStatus,
    /** Raised with every change of its definition. */
    revision: z.int(),
    protocol: judgeProtocol.nullable(),
    model: z.string().nullable(),
    /** Host of the endpoint. */
    provider: z.string().nullable(),
    family: z.string().nullable(),
    rule: z.string().nullable(),
    members: z.array(z.string()),
    quorum: z.int().nullable(),
    options: judgeOptions.nullable(),
    price: tokenPrice.nullable(),
    max_concurrency: z.int().nullable(),
    max_cost: z.number().nullable(),
    verdicts: z.int(),
  })
  .openapi("Judge");
export type Judge = z.infer<typeof judge>;

const share = z.object({
  /** Cases behind the share. */
  of: z.int(),
  share: z.number().nullable(),
  /** 95 % interval. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type JudgeShare = z.infer<typeof share>;

const agreement = z.object({
  /** Battles that both decided. */
  battles: z.int(),
  agreed: z.int(),
  share: z.number().nullable(),
  /** Cohen's kappa: 1 perfect, 0 as by chance. */
  kappa: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type JudgeAgreement = z.infer<typeof agreement>;

const agreements = agreement.extend({ categories: z.array(agreement.extend({ category: z.string() })) });

/** What a judge's verdicts say of the judge. */
export const judgeStats = z.object({
  verdicts: z.int(),
  ties: z.int(),
  /** Duels won by the output shown first; .5 is fair. */
  first_slot: share,
  /** Duels judged in both orders with the same result. */
  swap_consistency: share,
  /** Calls whose answer could not be read as a verdict. */
  invalid: share,
  /** Duels with one output that addresses the judge, won by that output. */
  injection: share,
  calls: z.int(),
  failures: z.int(),
  input_tokens: z.int(),
  output_tokens: z.int(),
  /** Null where no price is known. */
  cost_usd: z.number().nullable(),
  cost_per_verdict_usd: z.number().nullable(),
  people: agreements,
});
export type JudgeStats = z.infer<typeof judgeStats>;

export const judgeDetail = judge
  .extend({
    stats: judgeStats,
    /** The same battles judged by `?with=`. */
    comparison: agreements.extend({ with: z.string() }).nullable(),
  })
  .openapi("JudgeDetail");
export type JudgeDetail = z.infer<typeof judgeDetail>;

/** What operators see beside it: the endpoint, what is under way, what failed and why. */
export const judgeWork = z
  .object({
    judge,
    base_url: z.string().nullable(),
    key_secret: z.string().nullable(),
    /** The deployment holds the secret that is named; true where none is needed. */
    key_present: z.boolean(),
    running: z.array(z.object({ tournament: z.string(), match: z.string(), since: timestamp })),
    /** Given up after several tries; `retry` gives them out again. */
    failed: z.array(
      z.object({
        tournament: z.string(),
        match: z.string(),
        tries: z.int(),
        code: z.string(),
        reason: z.string(),
        at: timestamp,
      }),
    ),
    /** Why nothing is given out now; null while it works. */
    waiting_for: z.enum(["cap", "stopped", "disabled", "retry"]).nullable(),
    calls: z.int(),
    failures: z.int(),
    invalid: z.int(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    cost_usd: z.number(),
    max_cost: z.number().nullable(),
    /** The newest failed calls, newest first. */
    recent_failures: z.array(
      z.object({ judge: z.string(), code: z.string(), reason: z.string(), at: timestamp }),
    ),
  })
  .openapi("JudgeWork");
export type JudgeWork = z.infer<typeof judgeWork>;

/** The bill before a tournament begins. */
export const judgeEstimate = z
  .object({
    battles: z.int(),
    calls: z.int(),
    input_tokens: z.int(),
    output_tokens: z.int(),
    /** Null where a price is missing. */
    cost_usd: z.number().nullable(),
    spent_usd: z.number(),
    max_cost: z.number().nullable(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  })
  .openapi("JudgeEstimate");
export type JudgeEstimate = z.infer<typeof judgeEstimate>;
