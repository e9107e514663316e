// Names by number, as the tables keep them.
import type { Names } from "@agon/arena";
import { database, readSlugs } from "@agon/db";

export async function readNames(db: D1Database, arena: { id: number; slug: string }): Promise<Names> {
  const { models, prompts } = await readSlugs(database(db), arena.id);
  return {
    arena: arena.slug,
    model: (number) => models.get(number) ?? "",
    prompt: (number) => prompts.get(number) ?? "",
  };
}
