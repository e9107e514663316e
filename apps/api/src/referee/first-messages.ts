// What a socket hears first: a snapshot, or the messages it missed.
import { type ArenaState, arenaView, liveMessage, namesOf, tournamentView } from "@agon/arena";
import type { Leaderboard, LiveMessage } from "@agon/contract";
import { withPromptText } from "../content/bracket.ts";
import type { Feed } from "./hub.ts";
import type { ArenaIdentity } from "./identity.ts";
import { readEntries } from "./log-store.ts";

/** A reader who missed more gets a snapshot. */
const mostMissed = 1_000;

export async function firstMessages(
  db: D1Database,
  arena: ArenaIdentity,
  state: ArenaState,
  feed: Feed,
  since: number | null,
  board: Leaderboard | null,
): Promise<LiveMessage[]> {
  if (since !== null && since <= state.seq) {
    const tournament = feed === "arena" ? null : feed;
    const entries = await readEntries(db, arena.id, since, mostMissed + 1, tournament);
    const missed = entries.filter(({ seq }) => seq <= state.seq);
    if (missed.length <= mostMissed) {
      const names = namesOf(arena.slug, state);
      return missed.map((entry) => liveMessage(names, entry, feed === "arena" ? "arena" : "tournament"));
    }
  }
  const message = await snapshot(db, arena, state, feed, board);
  return message === null ? [] : [message];
}

async function snapshot(
  db: D1Database,
  { id, slug, createdAt }: ArenaIdentity,
  state: ArenaState,
  feed: Feed,
  board: Leaderboard | null,
): Promise<LiveMessage | null> {
  const arena = arenaView(slug, state, createdAt);
  if (arena === null) return null;
  const tournament = feed === "arena" ? undefined : state.tournaments[feed - 1];
  const seq = tournament?.seq ?? state.seq;
  const view = tournament && tournamentView(slug, state, tournament, null);
  const bracket = view?.ok ? await withPromptText(db, id, view.value) : null;
  return {
    v: 1,
    seq,
    prev: null,
    type: "snapshot",
    data: {
      arena,
      ...(bracket ? { tournament: bracket } : {}),
      ...(feed === "arena" && board ? { leaderboard: board } : {}),
    },
  };
}
