// Names by number, as the tables keep them.
import type { Names } from "@agon/arena";

export async function readNames(db: D1Database, arena: { id: number; slug: string }): Promise<Names> {
  const [models, prompts] = await db.batch<{ number: number; slug: string }>([
    db.prepare("SELECT model AS number, slug FROM models WHERE arena_id = ?1").bind(arena.id),
    db.prepare("SELECT prompt AS number, slug FROM prompts WHERE arena_id = ?1").bind(arena.id),
  ]);
  const slugs = (rows: typeof models) => new Map(rows?.results.map(({ number, slug }) => [number, slug]));
  const [modelSlugs, promptSlugs] = [slugs(models), slugs(prompts)];
  return {
    arena: arena.slug,
    model: (number) => modelSlugs.get(number) ?? "",
    prompt: (number) => promptSlugs.get(number) ?? "",
  };
}
