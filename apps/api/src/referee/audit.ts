import { type ArenaState, snapshotText } from "@agon/arena";
import type { Audit } from "@agon/contract";
import { sha256Hex } from "../hash.ts";
import { replayArena } from "./checkpoint.ts";

/** The state beside what a replay of the whole log gives; they differ when another writer was at the log. */
export async function auditState(db: D1Database, arena: number, state: ArenaState): Promise<Audit> {
  const texts = [snapshotText(state), snapshotText(await replayArena(db, arena))];
  const [live = "", replayed = ""] = await Promise.all(texts.map(sha256Hex));
  return { seq: state.seq, live, replayed, equal: live === replayed };
}
