import type { ArenaEvent } from "@agon/arena";
import type { Match, MatchDetail, TournamentSummary, Verdict } from "@agon/contract";
import type { ArenaRef } from "../http/arenas.ts";
import { readVerdicts } from "./verdicts.ts";

/** Prompts shown of a long series. */
const promptsShown = 20;
const verdictsShown = 500;

interface OutputRow {
  model: string;
  prompt: string;
  content: string | null;
  media_url: string | null;
  score: number | null;
  /** 0 or 1. */
  taken_down: number;
}

export async function readMatchDetail(
  db: D1Database,
  arena: ArenaRef,
  tournament: number,
  { match, tournament: summary }: { match: Match; tournament: TournamentSummary },
): Promise<MatchDetail> {
  const battle = { tournament, match: match.id };
  const verdicts = await readVerdicts(db, arena, { after: 0, limit: verdictsShown, battle });
  const models = match.places.flatMap(({ model }) => model ?? []);
  const prompts = promptsOf(match, verdicts);
  const rulings = await readRulings(db, arena.id, battle);
  const [outputs, texts] = await db.batch([
    db
      .prepare(
        `SELECT m.slug AS model, p.slug AS prompt, o.content, o.media_url, o.score,
         o.taken_down_at IS NOT NULL AS taken_down FROM outputs AS o
         JOIN models AS m ON m.arena_id = o.arena_id AND m.model = o.model
         JOIN prompts AS p ON p.arena_id = o.arena_id AND p.prompt = o.prompt
         WHERE o.arena_id = ?1 AND m.slug IN (SELECT value FROM json_each(?2))
         AND p.slug IN (SELECT value FROM json_each(?3))`,
      )
      .bind(arena.id, JSON.stringify(models.map(({ slug }) => slug)), JSON.stringify(prompts)),
    db
      .prepare("SELECT text FROM prompts WHERE arena_id = ?1 AND slug = ?2")
      .bind(arena.id, match.prompt ?? prompts[0] ?? ""),
  ]);
  const rows = (outputs?.results ?? []) as OutputRow[];
  return {
    ...match,
    tournament: summary.id,
    title: summary.title,
    prompt_text: (texts?.results[0] as { text: string } | undefined)?.text ?? null,
    outputs: prompts.flatMap((prompt) =>
      models.flatMap((model) =>
        rows
          .filter((row) => row.model === model.slug && row.prompt === prompt)
          .map(({ content, media_url, score, taken_down }) => ({
            model,
            prompt,
            content,
            media_url,
            score,
            taken_down: taken_down === 1,
          })),
      ),
    ),
    verdicts,
    rulings,
  };
}

/** An operator's rulings on a match, oldest first. */
async function readRulings(
  db: D1Database,
  arena: number,
  { tournament, match }: { tournament: number; match: string },
): Promise<MatchDetail["rulings"]> {
  const { results } = await db
    .prepare(
      `SELECT seq, at, event FROM log WHERE arena_id = ?1 AND tournament = ?2 AND type = 'match.corrected'
       AND json_extract(event, '$.match') = ?3 ORDER BY seq LIMIT ?4`,
    )
    .bind(arena, tournament, match, verdictsShown)
    .all<{ seq: number; at: number; event: string }>();
  return results.map(({ seq, at, event }) => {
    const { ruling, reason } = JSON.parse(event) as Extract<ArenaEvent, { type: "match.corrected" }>;
    const ranks = ruling.kind === "ranks" ? [...ruling.ranks] : null;
    return { seq, kind: ruling.kind, ranks, reason, at: new Date(at).toISOString() };
  });
}

/** The prompt of the match, or those its games were held on. */
function promptsOf(match: Match, verdicts: readonly Verdict[]): string[] {
  if (match.prompt !== null) return [match.prompt];
  return [...new Set(verdicts.flatMap(({ slots }) => slots[0]?.prompt ?? []))].slice(0, promptsShown);
}
