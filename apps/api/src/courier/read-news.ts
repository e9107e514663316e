// A stretch of the log as news.
import { parseTournamentId } from "@agon/arena";
import type { Bindings } from "../bindings.ts";
import { readNames } from "../content/names.ts";
import { refereeOf } from "../http/arenas.ts";
import { readEntries, type StoredEntry } from "../referee/log-store.ts";
import { movesBoard, type News, newsOf, newsOfRounds, roundsTouched, type Undone } from "./news.ts";

const stretch = 500;

export interface Read {
  readonly news: readonly (News | Undone)[];
  /** The newest entry that moved the board, and the votes it counts. */
  readonly board: { readonly seq: number; readonly votes: number } | null;
  readonly cursor: number;
  readonly more: boolean;
}

export async function readNews(
  env: Bindings,
  arena: { id: number; slug: string },
  cursor: number,
  origin: string,
): Promise<Read> {
  const entries = await readEntries(env.DB, arena.id, cursor, stretch);
  const moving = entries.findLast(movesBoard);
  const { model } = entries.some(({ event }) => event.type === "model.activated")
    ? await readNames(env.DB, arena)
    : { model: () => "" };
  const own = entries.flatMap((entry) => newsOf(entry, { arena, origin, model }));
  return {
    news: [...own, ...(await roundsOf(env, arena, entries, origin))],
    board: moving ? { seq: moving.seq, votes: moving.feed.votes } : null,
    cursor: entries.at(-1)?.seq ?? cursor,
    more: entries.length === stretch,
  };
}

async function roundsOf(
  env: Bindings,
  arena: { id: number; slug: string },
  entries: readonly StoredEntry[],
  origin: string,
): Promise<News[]> {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const news = roundsTouched(entries).map(async ({ tournament, group }) => {
    const number = parseTournamentId(tournament)?.number ?? 0;
    const read = await refereeOf(env, arena.id).tournament(number, group);
    return read.ok ? newsOfRounds(arena.slug, read.value, group, last, origin) : [];
  });
  return (await Promise.all(news)).flat();
}
