import type { JudgeMessage } from "./message.ts";

/** The texts of a battle, outputs in the order of the message's models. */
export interface Material {
  readonly prompt: string;
  readonly reference: string | null;
  readonly checklist: readonly string[];
  readonly outputs: readonly { readonly content: string | null; readonly mediaUrl: string | null }[];
}

interface PromptRow {
  readonly text: string;
  readonly reference: string | null;
  readonly checklist: string | null;
}
interface OutputRow {
  readonly model: number;
  readonly content: string | null;
  readonly media_url: string | null;
}

export async function readMaterial(
  db: D1Database,
  { arena, models, prompt }: JudgeMessage,
): Promise<Material> {
  const [prompts, outputs] = await db.batch([
    db
      .prepare("SELECT text, reference, checklist FROM prompts WHERE arena_id = ?1 AND prompt = ?2")
      .bind(arena, prompt),
    db
      .prepare(
        `SELECT model, content, media_url FROM outputs WHERE arena_id = ?1 AND prompt = ?2
         AND model IN (SELECT value FROM json_each(?3))`,
      )
      .bind(arena, prompt, JSON.stringify(models)),
  ]);
  const asked = prompts?.results[0] as PromptRow | undefined;
  const rows = new Map((outputs?.results as OutputRow[] | undefined)?.map((row) => [row.model, row]));
  return {
    prompt: asked?.text ?? "",
    reference: asked?.reference ?? null,
    checklist: asked?.checklist ? (JSON.parse(asked.checklist) as string[]) : [],
    outputs: models.map((model) => ({
      content: rows.get(model)?.content ?? null,
      mediaUrl: rows.get(model)?.media_url ?? null,
    })),
  };
}
