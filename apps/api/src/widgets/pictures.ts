// `/picture/{arena}.png` and `/picture/t/{tournament}.png`: what a shared address shows. Drawn when the arena has a
// newer entry than the picture kept at the edge, so that many readers of one board cost one drawing.
import type { Context } from "hono";
import { arenaOf } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { notModified } from "../http/etag.ts";
import { must, refuse } from "../http/problem.ts";
import { tournamentOf } from "../http/tournaments.ts";
import type { Canvas } from "../picture/canvas.ts";
import { boardOf, plainBoard } from "../routes/leaderboard.ts";

const keptS = 86_400;

interface Wanted {
  readonly arena: { readonly id: number };
  readonly seq: number;
  readonly draw: () => Promise<Canvas>;
}

/** The picture of this version: kept, or drawn and kept. */
async function picture(c: Context<AppEnv>, { arena, seq, draw }: Wanted): Promise<Response> {
  const version = `${arena.id}.${seq}`;
  if (notModified(c, version)) return c.body(null, 304);
  const key = new URL(c.req.url);
  key.search = new URLSearchParams({ version, deployment: c.env.VERSION?.id ?? "" }).toString();
  const kept = await caches.default.match(key.href);
  const headers = { "content-type": "image/png" };
  if (kept) return c.body(await kept.arrayBuffer(), 200, headers);
  const { pngOf } = await import("../picture/png.ts");
  const png = await pngOf(await draw());
  const copy = new Response(png, { headers: { ...headers, "cache-control": `public, max-age=${keptS}` } });
  c.executionCtx.waitUntil(caches.default.put(key.href, copy));
  return c.body(png, 200, headers);
}

/** `name.png`. */
function nameIn(c: Context<AppEnv>): string {
  const [, name] = /^(.+)\.png$/.exec(c.req.param("file") ?? "") ?? [];
  if (name === undefined) throw refuse("not_found", "A picture ends in .png.");
  return name;
}

export async function boardPicture(c: Context<AppEnv>): Promise<Response> {
  const arena = await arenaOf(c.env, nameIn(c));
  const view = await arena.referee.arena();
  if (view === null) throw refuse("arena_unknown", `There is no arena "${arena.slug}".`);
  const draw = async () => {
    const { drawBoard } = await import("../picture/board-picture.ts");
    return drawBoard(view.title, await boardOf(c.env.DB, arena, plainBoard, view.seq));
  };
  return picture(c, { arena, seq: view.seq, draw });
}

export async function bracketPicture(c: Context<AppEnv>): Promise<Response> {
  const { arena, number } = await tournamentOf(c.env, nameIn(c));
  const tournament = must(await arena.referee.tournament(number, null));
  const draw = async () => (await import("../picture/bracket-picture.ts")).drawBracket(tournament);
  return picture(c, { arena, seq: tournament.seq, draw });
}
