import { DurableObject } from "cloudflare:workers";
import type { ArenaSettings } from "@agon/contract";
import { loadArena } from "../../../apps/api/src/referee/checkpoint.ts";
import * as commands from "../../../apps/api/src/referee/commands.ts";
import { type Command, GroupCommit } from "../../../apps/api/src/referee/group-commit.ts";
import { type CountedDatabase, countedDatabase } from "./counted-database.ts";
import type { Measured, Run } from "./measurement.ts";
import { OneBatchAVote } from "./one-batch-a-vote.ts";

interface Bindings {
  readonly DB: D1Database;
  readonly MEASURED: DurableObjectNamespace<MeasuredReferee>;
}

const models = 16;
const prompts = 8;

const settings: ArenaSettings = {
  title: "Bench",
  modality: "text",
  description: "",
  k: 2,
  criteria: [{ slug: "overall", title: "Overall", instruction: "Which is better?" }],
  status: "open",
  matchmaking: "information",
};

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** Measures inside one object, so that no request and no proxy stands between the callers and the commit. */
export class MeasuredReferee extends DurableObject<Bindings> {
  async measure({ way, callers, votes }: Run): Promise<Measured> {
    const counted = countedDatabase(this.env.DB);
    const arena = await this.#createArena();
    const cast = await this.#caster(way, counted, arena);
    const before = { ...counted.meta };
    const startedMs = performance.now();
    let left = votes;
    const caller = async (): Promise<void> => {
      while (left-- > 0) await cast(voteOf(arena.id, left));
    };
    await Promise.all(range(callers).map(caller));
    const seconds = (performance.now() - startedMs) / 1_000;
    const batches = counted.meta.batches - before.batches;
    return {
      votesPerS: votes / seconds,
      votesPerBatch: votes / batches,
      rowsWrittenPerVote: (counted.meta.rowsWritten - before.rowsWritten) / votes,
    };
  }

  async #caster(way: Run["way"], { db }: CountedDatabase, arena: { id: number; slug: string }) {
    if (way === "single") {
      const single = new OneBatchAVote(db, arena, await loadArena(db, arena.id));
      return (command: Command<string>) => single.submit(command);
    }
    const group = new GroupCommit(db, arena, { committed: () => undefined, loaded: () => undefined });
    await group.read(() => undefined);
    return async (command: Command<string>) => {
      const result = await group.submit(command);
      if (!result.ok) throw new Error(result.error.detail);
    };
  }

  async #createArena(): Promise<{ id: number; slug: string }> {
    const db = this.env.DB;
    const slug = `bench-${crypto.randomUUID()}`;
    const row = await db
      .prepare("INSERT INTO arenas (slug, settings, created_at) VALUES (?1, '{}', 0) RETURNING id")
      .bind(slug)
      .first<{ id: number }>();
    const arena = { id: row?.id ?? 0, slug };
    const group = new GroupCommit(db, arena, { committed: () => undefined, loaded: () => undefined });
    await group.submit(commands.createCommand(settings, db, arena.id));
    await group.submit(commands.modelsCommand(range(models).map(modelRow), db, arena.id));
    await group.submit(commands.promptsCommand(range(prompts).map(promptRow), db, arena.id));
    return arena;
  }
}

const modelRow = (number: number): commands.ModelRow => ({
  slug: `model-${number}`,
  name: `Model ${number}`,
  organization: null,
  license: null,
  url: null,
  family: null,
  description: null,
});

const promptRow = (number: number): commands.PromptRow => ({
  slug: `prompt-${number}`,
  category: null,
  textHash: String(number),
  hasReference: false,
  text: `Question ${number}`,
  reference: null,
});

/** A vote of a voter of its own on a ballot that was given out just now. */
function voteOf(arena: number, number: number): Command<string> {
  const first = number % models;
  const claims = {
    id: `b${arena.toString(36)}.${crypto.randomUUID().replaceAll("-", "")}`,
    arena,
    criterion: "overall",
    mode: "duel",
    models: [first, (first + 1 + (number % (models - 1))) % models],
    prompt: number % prompts,
    voter: number.toString(16).padStart(20, "0"),
    expiresAt: Date.now() + 1_800_000,
  } as const;
  return commands.castCommand(claims, { token: "-", ranks: number % 5 === 0 ? [1, 1] : [1, 2] }, true);
}

export default {
  /** `POST /migrate` with the SQL of the tables; `POST /measure` with a run as JSON. */
  async fetch(request, env) {
    if (new URL(request.url).pathname === "/migrate") {
      const statements = (await request.text()).split("--> statement-breakpoint");
      await env.DB.batch(statements.map((sql) => env.DB.prepare(sql)));
      return new Response(null, { status: 204 });
    }
    const run = await request.json<Run>();
    return Response.json(await env.MEASURED.getByName("bench").measure(run));
  },
} satisfies ExportedHandler<Bindings>;
