import type { Leaderboard, LeaderboardQuery, leaderboardQuery, Method } from "@agon/contract";
import { rate } from "@agon/rating";
import type { z } from "@hono/zod-openapi";
import { type BoardParameters, foldBoard, foldVersion, methodFor, needsBallots } from "../folds/board.ts";
import { csvOf } from "../folds/board-csv.ts";
import { readBallots } from "../folds/columns.ts";
import { sha256Hex } from "../hash.ts";
import type { ArenaRef } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";
import { refuse } from "../http/problem.ts";

type Query = z.output<typeof leaderboardQuery>;

/** Boards of this isolate by (arena, seq, parameters): a reader costs a fold only after a change. */
const folded = new Map<string, Promise<Leaderboard>>();
const foldedLimit = 64;

export const readLeaderboard: Handler<"readLeaderboard"> = async ({ c, arena, query }) => {
  const seq = await arena.referee.seq();
  const { format, ...parameters } = query;
  const tag = (await sha256Hex(JSON.stringify([arena.id, seq, foldVersion, parameters, format]))).slice(
    0,
    24,
  );
  if (notModified(c, tag)) return c.body(null, 304);
  const board = await boardOf(c.env.DB, arena, query, seq);
  if (format === "json") return c.json(board, 200);
  c.header("content-disposition", `attachment; filename="${arena.slug}-leaderboard.csv"`);
  return c.body(csvOf(board), 200, { "content-type": "text/csv; charset=utf-8" });
};

/** The board at least as new as `seq`. */
export function boardOf(
  db: D1Database,
  arena: ArenaRef,
  query: Omit<Query, "format">,
  seq: number,
): Promise<Leaderboard> {
  const key = JSON.stringify([
    arena.id,
    seq,
    query.criterion,
    query.category,
    query.method,
    query.judges,
    query.cluster,
    query.limit,
  ]);
  const known = folded.get(key);
  if (known) return known;
  const board = computeBoard(db, arena, query);
  if (folded.size >= foldedLimit) folded.delete(folded.keys().next().value ?? "");
  folded.set(key, board);
  board.catch(() => folded.delete(key));
  return board;
}

async function computeBoard(
  db: D1Database,
  arena: ArenaRef,
  query: Omit<Query, "format">,
): Promise<Leaderboard> {
  const summary = await arena.referee.arena();
  const criterion = criterionOf(summary?.criteria ?? [], query.criterion);
  const category = query.category ?? null;
  if (category !== null && !summary?.categories.includes(category)) {
    throw unknownValue("category", `the arena has no category "${category}"`);
  }
  const judge = query.judges === "all" ? null : query.judges;
  const { tally, prompts, ...about } = await arena.referee.tally({ criterion, judge, category });
  const parameters: BoardParameters = {
    criterion,
    category,
    method: query.method ?? null,
    judges: query.judges,
    cluster: query.cluster,
    limit: query.limit,
  };
  const source = { slug: arena.slug, ...about, tally, now: Date.now() };
  const method = methodFor(about.k, parameters.method);
  if (!needsBallots(method, query.cluster)) return foldBoard(source, parameters);
  const inCategory =
    category === null ? null : new Set(prompts.flatMap((own, at) => (own === category ? [at] : [])));
  const withdrawn = new Set((await arena.referee.withdrawn(0, about.seq)).map(([of]) => of));
  const filter = { criterion, judge, prompts: inCategory, cluster: query.cluster, withdrawn };
  const ballots = await readBallots(db, arena.id, about.seq, filter);
  return foldBoard({ ...source, ballots, rater: await raterOf(method) }, parameters);
}

const compared: readonly Method[] = ["trueskill", "glicko-2", "openskill"];

/** Other people's libraries, for comparison, are loaded only by those who ask for them. */
const raterOf = async (method: Method): Promise<typeof rate> =>
  compared.includes(method) ? (await import("@agon/rating/compare")).rate : rate;

const unknownValue = (pointer: string, detail: string) =>
  refuse("parameter_invalid", `The board cannot be shown: ${detail}.`, {
    errors: [{ pointer: `/${pointer}`, detail }],
  });

function criterionOf(criteria: readonly { slug: string }[], wanted: LeaderboardQuery["criterion"]): string {
  const found = wanted === undefined ? criteria[0] : criteria.find(({ slug }) => slug === wanted);
  if (found === undefined) throw unknownValue("criterion", `the arena has no criterion "${wanted}"`);
  return found.slug;
}
