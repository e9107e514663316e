import type { Model, NewModel, NewPrompt, Prompt } from "@agon/contract";
import { database, listModels as readModels, listPrompts as readPrompts } from "@agon/db";
import { textHash } from "../content/hashes.ts";
import type { ArenaRef } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { type Paging, pageOf } from "../http/paging.ts";
import { must } from "../http/problem.ts";
import type { ModelRow, PromptRow } from "../referee/commands.ts";

export async function modelsOf(db: D1Database, arena: ArenaRef): Promise<Model[]> {
  const [stored, { models }] = await Promise.all([
    readModels(database(db), arena.id),
    arena.referee.catalogue(),
  ]);
  return stored.flatMap(({ number, ...model }) => {
    const counts = models[number];
    return counts ? [{ ...model, status: counts.status, outputs: counts.outputs, votes: counts.votes }] : [];
  });
}

async function promptsOf(db: D1Database, arena: ArenaRef): Promise<Prompt[]> {
  const [stored, { prompts }] = await Promise.all([
    readPrompts(database(db), arena.id),
    arena.referee.catalogue(),
  ]);
  return stored.map(({ number, ...prompt }) => ({ ...prompt, outputs: prompts[number]?.outputs ?? 0 }));
}

/** A list that was asked for without a limit comes whole up to this size, so that small arenas need no second call. */
const wholeList = 1_000;

export const listModels: Handler<"listModels"> = async ({ c, arena, query }) =>
  c.json(pageOf(c, await modelsOf(c.env.DB, arena), query as Paging, wholeList), 200);

export const listPrompts: Handler<"listPrompts"> = async ({ c, arena, query }) =>
  c.json(pageOf(c, await promptsOf(c.env.DB, arena), query as Paging, wholeList), 200);

const modelRow = (model: NewModel): ModelRow => ({
  slug: model.slug,
  name: model.name ?? model.slug,
  organization: model.organization ?? null,
  license: model.license ?? null,
  url: model.url ?? null,
  family: model.family ?? null,
  description: model.description ?? null,
});

export const addModels: Handler<"addModels"> = async ({ c, arena, body }) => {
  const wanted = [body].flat();
  must(await arena.referee.addModels(wanted.map(modelRow)));
  const slugs = new Set(wanted.map(({ slug }) => slug));
  const data = (await modelsOf(c.env.DB, arena)).filter(({ slug }) => slugs.has(slug));
  return c.json(
    Array.isArray(body) ? { data, next_cursor: null } : { ...data[0], data, next_cursor: null },
    201,
  );
};

const promptRow = async (prompt: NewPrompt): Promise<PromptRow> => ({
  slug: prompt.slug,
  text: prompt.text,
  category: prompt.category ?? null,
  reference: prompt.reference ?? null,
  textHash: await textHash(prompt.text),
  hasReference: prompt.reference !== undefined,
});

export const addPrompts: Handler<"addPrompts"> = async ({ c, arena, body }) => {
  const wanted = [body].flat();
  const rows = await Promise.all(wanted.map(promptRow));
  must(await arena.referee.addPrompts(rows));
  const slugs = new Set(wanted.map(({ slug }) => slug));
  const data = (await promptsOf(c.env.DB, arena)).filter(({ slug }) => slugs.has(slug));
  return c.json(
    Array.isArray(body) ? { data, next_cursor: null } : { ...data[0], data, next_cursor: null },
    201,
  );
};
