// Models, prompts and outputs as tables.
import type { Client, Model, Output, Prompt } from "@agon/contract";
import { allItems } from "@agon/contract/connect";
import { column, type ExportKind } from "../table.ts";

const wholePages = 1_000;

export const listModels = (client: Client, arena: string): AsyncGenerator<Model> =>
  allItems((cursor) => client.models(arena, { cursor, limit: wholePages }));

export const listPrompts = (client: Client, arena: string): AsyncGenerator<Prompt> =>
  allItems((cursor) => client.prompts(arena, { cursor, limit: wholePages }));

export type OutputWithText = Output & { readonly prompt_text: string };

/** Every stored output, model by model; those that an operator took down are left out. */
export async function* listOutputs(client: Client, arena: string): AsyncGenerator<OutputWithText> {
  for await (const { slug } of listModels(client, arena)) {
    const { outputs } = await client.model(arena, slug);
    yield* outputs.filter((output) => !output.taken_down);
  }
}

export const models: ExportKind = {
  about: "The competitors.",
  columns: [
    column("slug", "text", "Name in addresses"),
    column("name", "text", "Name"),
    column("organization", "text", "Who made it"),
    column("license", "text", "Its licence"),
    column("url", "text", "Where it is described"),
    column("family", "text", "Models of a family are variants of each other"),
    column("description", "text", "What it is"),
    column("status", "text", "active or withdrawn"),
  ],
  async *rows(client, arena) {
    for await (const model of listModels(client, arena)) {
      const { slug, name, organization, license, url, family, description, status } = model;
      yield { cells: [slug, name, organization, license, url, family, description, status] };
    }
  },
};

export const prompts: ExportKind = {
  about: "What the models were asked.",
  columns: [
    column("slug", "text", "Name in addresses"),
    column("text", "text", "The prompt"),
    column("category", "text", "Its category"),
    column("reference", "text", "A reference answer"),
  ],
  async *rows(client, arena) {
    for await (const { slug, text, category, reference } of listPrompts(client, arena)) {
      yield { cells: [slug, text, category, reference] };
    }
  },
};

/** Rows that `agon import csv` and `agon import jsonl` take as they are. */
export const outputs: ExportKind = {
  about: "What each model made of each prompt.",
  columns: [
    column("model", "text", "Name of the model"),
    column("model_slug", "text", "Its slug"),
    column("prompt", "text", "The prompt"),
    column("prompt_slug", "text", "Its slug"),
    column("content", "text", "The output, where it is text"),
    column("media_url", "text", "Its address, where it is not"),
    column("score", "number", "Score that came with it"),
  ],
  async *rows(client, arena) {
    for await (const { model, prompt, prompt_text, content, media_url, score } of listOutputs(
      client,
      arena,
    )) {
      yield { cells: [model.name, model.slug, prompt_text, prompt, content, media_url, score] };
    }
  },
};
