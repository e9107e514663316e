import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { models, outputs, prompts } from "../schema.ts";

/** The models of an arena by number. */
export const listModels = (db: Database, arena: number) =>
  db
    .select({
      number: models.model,
      slug: models.slug,
      name: models.name,
      organization: models.organization,
      license: models.license,
      url: models.url,
      family: models.family,
      description: models.description,
    })
    .from(models)
    .where(eq(models.arenaId, arena))
    .orderBy(asc(models.model));

/** The prompts of an arena by number. */
export const listPrompts = (db: Database, arena: number) =>
  db
    .select({
      number: prompts.prompt,
      slug: prompts.slug,
      text: prompts.text,
      category: prompts.category,
      reference: prompts.reference,
    })
    .from(prompts)
    .where(eq(prompts.arenaId, arena))
    .orderBy(asc(prompts.prompt));

export async function findPromptText(db: Database, arena: number, slug: string): Promise<string | null> {
  const row = await db
    .select({ text: prompts.text })
    .from(prompts)
    .where(and(eq(prompts.arenaId, arena), eq(prompts.slug, slug)))
    .get();
  return row?.text ?? null;
}

/** Slugs of an arena's models and prompts by number. */
export async function readSlugs(db: Database, arena: number) {
  const [modelRows, promptRows] = await db.batch([
    db.select({ number: models.model, slug: models.slug }).from(models).where(eq(models.arenaId, arena)),
    db.select({ number: prompts.prompt, slug: prompts.slug }).from(prompts).where(eq(prompts.arenaId, arena)),
  ]);
  const byNumber = (rows: { number: number; slug: string }[]) =>
    new Map(rows.map(({ number, slug }) => [number, slug]));
  return { models: byNumber(modelRows), prompts: byNumber(promptRows) };
}

/** A model's outputs with the prompts they answer, in the order of the prompts. */
export const listOutputsOfModel = (db: Database, arena: number, model: string) =>
  db
    .select({
      prompt: prompts.slug,
      prompt_text: prompts.text,
      content: outputs.content,
      media_url: outputs.mediaUrl,
      score: outputs.score,
      taken_down: sql<boolean>`${outputs.takenDownAt} IS NOT NULL`.mapWith(Boolean),
    })
    .from(outputs)
    .innerJoin(prompts, and(eq(prompts.arenaId, outputs.arenaId), eq(prompts.prompt, outputs.prompt)))
    .innerJoin(models, and(eq(models.arenaId, outputs.arenaId), eq(models.model, outputs.model)))
    .where(and(eq(outputs.arenaId, arena), eq(models.slug, model)))
    .orderBy(asc(outputs.prompt));
