// What goes with the log entry that takes an output down: its file, its content and its address.
import { decideTakedown, type OutputPlace, type TakedownWish, type TakenDown } from "@agon/arena";
import type { Bindings } from "../bindings.ts";
import { styleOf } from "../folds/output-style.ts";
import { dropMedia } from "../media/store.ts";
import type { Command } from "./group-commit.ts";

/** The length and marks of the text stay: verdicts on it are still compared by them. */
const keepStyle = `INSERT OR IGNORE INTO output_styles
  (arena_id, model, prompt, chars, tokens, headings, bold, lists) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`;

const blank = `UPDATE outputs SET content = NULL, media_url = NULL, taken_down_at = ?4
  WHERE arena_id = ?1 AND model = ?2 AND prompt = ?3 AND taken_down_at IS NULL`;

interface StoredOutput {
  readonly content: string | null;
  readonly media_url: string | null;
}

/**
 * The command that takes an output down. Its file goes before: a call that breaks off between the two is made again
 * and finds nothing left to remove.
 */
export async function takedownCommand(
  env: Pick<Bindings, "DB" | "MEDIA">,
  arena: number,
  wish: TakedownWish,
  { model, prompt }: OutputPlace,
): Promise<Command<TakenDown>> {
  const stored = await env.DB.prepare(
    "SELECT content, media_url FROM outputs WHERE arena_id = ?1 AND model = ?2 AND prompt = ?3",
  )
    .bind(arena, model, prompt)
    .first<StoredOutput>();
  if (stored?.media_url) await dropMedia(env, stored.media_url, { arena, model, prompt });
  let at = 0;
  return {
    decide(state, { now }) {
      at = now;
      return decideTakedown(state, wish);
    },
    statements: () => [
      ...styleStatements(env.DB, [arena, model, prompt], stored?.content ?? null),
      env.DB.prepare(blank).bind(arena, model, prompt, at),
    ],
  };
}

function styleStatements(db: D1Database, place: readonly number[], content: string | null) {
  if (content === null) return [];
  const { chars, tokens, headings, bold, lists } = styleOf(content);
  return [db.prepare(keepStyle).bind(...place, chars, tokens, headings, bold, lists)];
}
