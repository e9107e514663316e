// The demo arenas on a server: made when they are not there, left alone when they are.
import type { Arena } from "@agon/contract";
import { ApiError, type Client } from "@agon/contract/client";
import { allItems } from "@agon/contract/connect";
import type { DemoArena } from "@agon/demo";
import { Batcher } from "../importing/batch.ts";

export type LoadResult = "made" | "completed" | "there";

const outputsIn = ({ models, prompts }: DemoArena): number => models.length * prompts.length;

async function existing(client: Client, slug: string): Promise<Arena | null> {
  try {
    return await client.arena(slug);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Outputs that a former version of the demo stored stay as they are: the API never changes a stored output. */
async function sendOutputs(client: Client, demo: DemoArena): Promise<void> {
  const batcher = new Batcher();
  const here = { file: demo.slug, line: 1 };
  for (const output of demo.outputs()) {
    const full = batcher.add(JSON.stringify(output), here);
    if (full !== null) await client.addOutputs(demo.slug, full.lines.join("\n"), true);
  }
  const rest = batcher.take();
  if (rest !== null) await client.addOutputs(demo.slug, rest.lines.join("\n"), true);
}

/** Makes a demo arena with its models, prompts and outputs, or completes one that was interrupted. */
export async function loadDemoArena(client: Client, demo: DemoArena): Promise<LoadResult> {
  const before = await existing(client, demo.slug);
  if (before !== null && before.outputs >= outputsIn(demo)) return "there";
  if (before === null) {
    const { slug, title, description, modality, k, criteria } = demo;
    await client.createArena({ slug, title, description, modality, k, criteria });
  }
  await client.addModels(demo.slug, demo.models);
  await client.addPrompts(demo.slug, demo.prompts);
  await sendOutputs(client, demo);
  return before === null ? "made" : "completed";
}

const live = new Set(["running", "paused", "scheduled"]);

/**
 * Sees to it that a tournament judged by the score goes on in an arena, slowly enough to be watched.
 *
 * @returns the id of the tournament that was started, or null when one is there
 */
export async function keepTournament(client: Client, arena: string, paceMs: number): Promise<string | null> {
  for await (const { status } of allItems((cursor) => client.tournaments(arena, { cursor, limit: 100 }))) {
    if (live.has(status)) return null;
  }
  const { id } = await client.createTournament(arena, {
    format: "single-elimination",
    judge: "score",
    pace_ms: paceMs,
  });
  return id;
}
