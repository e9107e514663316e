import type { Leaderboard } from "@agon/contract";
import { csvOf } from "../folds/board-csv.ts";
import { type BoardQuery, foldVersion } from "../folds/board-plan.ts";
import { Kept } from "../folds/kept.ts";
import { readBoard } from "../folds/read-board.ts";
import { sha256Hex } from "../hash.ts";
import type { ArenaRef } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";

/** Boards of this isolate by (arena, seq, parameters): a reader costs a fold only after a change. */
const folded = new Kept<Leaderboard>(64);

export const readLeaderboard: Handler<"readLeaderboard"> = async ({ c, arena, query }) => {
  const seq = await arena.referee.seq();
  const { format, ...parameters } = query;
  const tag = (await sha256Hex(JSON.stringify([arena.id, seq, foldVersion, parameters, format]))).slice(
    0,
    24,
  );
  if (notModified(c, tag)) return c.body(null, 304);
  const board = await boardOf(c.env.DB, arena, parameters, seq);
  if (format === "json") return c.json(board, 200);
  c.header("content-disposition", `attachment; filename="${arena.slug}-leaderboard.csv"`);
  return c.body(csvOf(board), 200, { "content-type": "text/csv; charset=utf-8" });
};

/** The board at least as new as `seq`. */
export const boardOf = (
  db: D1Database,
  arena: ArenaRef,
  query: BoardQuery,
  seq: number,
): Promise<Leaderboard> =>
  folded.get(JSON.stringify([arena.id, seq, query]), () => readBoard(db, arena, query));

/** The parameters of the board that an arena shows first. */
export const plainBoard: BoardQuery = { judges: "all", cluster: "none", style: "0", shrink: "1" };
