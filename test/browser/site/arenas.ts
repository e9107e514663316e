import type { NewArena } from "@agon/contract";
import type { Client } from "@agon/contract/client";
import { operator } from "./provided.ts";

export interface ArenaPlan {
  /** How the arena's slug begins; the rest makes it one of a kind. */
  readonly name: string;
  readonly settings?: Partial<NewArena>;
  /** Names as a reader sees them; the slugs are made of them. */
  readonly models: readonly string[];
  readonly prompts: number;
  /** What a model made of a prompt, both by their places. */
  readonly content?: (model: number, prompt: number) => string;
  /** Where the output is stored instead. */
  readonly mediaUrl?: (model: number, prompt: number) => string;
  readonly score?: (model: number, prompt: number) => number;
}

/** Names that stand nowhere else on the site, so that meeting one says something. */
export const contestants = [
  "Aristagoras",
  "Brasidas",
  "Cleisthenes",
  "Demaratus",
  "Epaminondas",
  "Gorgidas",
  "Hermocrates",
  "Iphicrates",
  "Leotychidas",
  "Mardonius",
  "Nicostratus",
  "Onomarchus",
  "Pagondas",
  "Themistocles",
  "Xanthippus",
  "Zopyrus",
] as const;

export const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");

export const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix} ${String(at + 1).padStart(String(count).length, "0")}`);

export const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join("\n");

const run = Date.now().toString(36);

/** Makes an arena with every output in place; gives its slug. */
export async function makeArena(plan: ArenaPlan, api: Client = operator): Promise<string> {
  const { settings, models, prompts, score, mediaUrl } = plan;
  const slug = `${plan.name}-${run}`;
  const content = plan.content ?? ((model, prompt) => `Answer number ${100 * prompt + model}.`);
  await api.createArena({ slug, title: plan.name, ...settings });
  await api.addModels(
    slug,
    models.map((name) => ({ slug: slugOf(name), name, organization: "Made for a test" })),
  );
  const questions = Array.from({ length: prompts }, (_, at) => ({
    slug: `q-${at + 1}`,
    text: `Question ${at + 1}: what is worth knowing about the number ${at + 1}?`,
  }));
  await api.addPrompts(slug, questions);
  const outputs = models.flatMap((name, model) =>
    questions.map((question, prompt) => ({
      model: slugOf(name),
      prompt: question.slug,
      ...(mediaUrl ? { media_url: mediaUrl(model, prompt) } : { content: content(model, prompt) }),
      ...(score ? { score: score(model, prompt) } : {}),
    })),
  );
  await api.addOutputs(slug, lines(outputs));
  return slug;
}
