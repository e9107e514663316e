// Scores that are stored with the outputs.

/** Most scores that are held for an analysis; an arena with more of them is compared on those it holds. */
const scoresRead = 200_000;

/** Scores are written once, with their outputs, so the number of outputs tells whether they are all here. */
const kept = new Map<number, { readonly outputs: number; readonly scores: ReadonlyMap<string, number> }>();
const arenasKept = 4;

export async function readScores(
  db: D1Database,
  arena: number,
  outputs: number,
): Promise<(model: number, prompt: number) => number | null> {
  let known = kept.get(arena);
  if (known?.outputs !== outputs) {
    const { results } = await db
      .prepare("SELECT model, prompt, score FROM outputs WHERE arena_id = ?1 AND score IS NOT NULL LIMIT ?2")
      .bind(arena, scoresRead)
      .all<{ model: number; prompt: number; score: number }>();
    known = { outputs, scores: new Map(results.map((row) => [`${row.model}/${row.prompt}`, row.score])) };
  }
  const { scores } = known;
  kept.delete(arena);
  kept.set(arena, known);
  const oldest = kept.keys().next().value;
  if (kept.size > arenasKept && oldest !== undefined) kept.delete(oldest);
  return (model, prompt) => scores.get(`${model}/${prompt}`) ?? null;
}
