import type { Analyses } from "@agon/contract";
import { readAnalyses } from "../analyses/read-analyses.ts";
import { foldVersion } from "../folds/board-plan.ts";
import { Kept } from "../folds/kept.ts";
import { sha256Hex } from "../hash.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";

const kept = new Kept<Analyses>(32);

/**
 * An analysis costs seconds where a board costs milliseconds, and a vote in a thousand changes no sentence of it: from
 * 1,000 entries on it is made again when the log has grown by a part in a thousand to a part in a hundred.
 */
const stepOf = (seq: number): number => 10 ** Math.max(0, String(seq).length - 3);

export const readAnalysesOf: Handler<"readAnalyses"> = async ({ c, arena, query }) => {
  const seq = await arena.referee.seq();
  const key = JSON.stringify([arena.id, Math.floor(seq / stepOf(seq)), stepOf(seq), foldVersion, query]);
  if (notModified(c, (await sha256Hex(key)).slice(0, 24))) return c.body(null, 304);
  return c.json(await kept.get(key, () => readAnalyses(c.env.DB, arena, query)), 200);
};
