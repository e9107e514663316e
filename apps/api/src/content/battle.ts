// What a voter is shown: prompt and outputs by their numbers. Outputs never change, but the instruction is the arena's.
import type { BallotClaims } from "@agon/arena";
import type { ArenaSettings } from "@agon/contract";
import type { ArenaRef } from "../http/arenas.ts";

interface ContentRow {
  model: number;
  content: string | null;
  media_url: string | null;
}

export async function readBattle(db: D1Database, arena: ArenaRef, claims: BallotClaims) {
  const [prompts, outputs, arenas] = await db.batch([
    db
      .prepare("SELECT slug, text FROM prompts WHERE arena_id = ?1 AND prompt = ?2")
      .bind(arena.id, claims.prompt),
    db
      .prepare(
        `SELECT model, content, media_url FROM outputs
         WHERE arena_id = ?1 AND prompt = ?2 AND model IN (SELECT value FROM json_each(?3))`,
      )
      .bind(arena.id, claims.prompt, JSON.stringify(claims.models)),
    db.prepare("SELECT settings FROM arenas WHERE id = ?1").bind(arena.id),
  ]);
  const prompt = prompts?.results[0] as { slug: string; text: string } | undefined;
  const rows = new Map((outputs?.results as ContentRow[] | undefined)?.map((row) => [row.model, row]));
  const settings = JSON.parse(
    String((arenas?.results[0] as { settings?: string })?.settings ?? "{}"),
  ) as ArenaSettings;
  return {
    prompt: prompt ?? { slug: "", text: "" },
    instruction: settings.criteria.find(({ slug }) => slug === claims.criterion)?.instruction ?? "",
    outputs: claims.models.map((model, slot) => ({
      slot,
      content: rows.get(model)?.content ?? null,
      media_url: rows.get(model)?.media_url ?? null,
    })),
  };
}
