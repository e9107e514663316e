import type { Arena } from "@agon/contract";
import { database, enterArena, listArenaIds } from "@agon/db";
import { findArena, refereeOf } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";
import { limitOf, nextCursor, pageOf, positionOf } from "../http/paging.ts";
import { must, refuse } from "../http/problem.ts";

export const listArenas: Handler<"listArenas"> = async ({ c, query }) => {
  const limit = limitOf(query);
  const ids = await listArenaIds(database(c.env.DB), positionOf(query), limit + 1);
  const shown = ids.slice(0, limit);
  const arenas = await Promise.all(shown.map((id) => refereeOf(c.env, id).arena()));
  const cursor = nextCursor(c, ids.length > limit ? (shown.at(-1) ?? null) : null);
  return c.json({ data: arenas.filter((arena) => arena !== null), next_cursor: cursor }, 200);
};

export const readArena: Handler<"readArena"> = async ({ c, arena }) => {
  const view = await arena.referee.arena();
  if (view === null) throw refuse("arena_unknown", `There is no arena "${arena.slug}".`);
  return notModified(c, `${arena.id}.${view.seq}`) ? c.body(null, 304) : c.json(view, 200);
};

/** The catalogue row comes first; a repeat after a failure between the two finds it without settings in the log. */
export const createArena: Handler<"createArena"> = async ({ c, body }) => {
  const { slug, ...settings } = body;
  await enterArena(database(c.env.DB), {
    slug,
    settings: JSON.stringify(settings),
    createdAt: Date.now(),
  });
  const arena = await findArena(c.env, slug);
  if (arena === null) throw refuse("unavailable", "The arena could not be written; send the same again.");
  must(await arena.referee.create(settings));
  c.header("location", `/v1/arenas/${slug}`);
  return c.json((await arena.referee.arena()) as Arena, 201);
};

export const changeArena: Handler<"changeArena"> = async ({ c, arena, body }) => {
  must(await arena.referee.configure(body));
  return c.json((await arena.referee.arena()) as Arena, 200);
};

export const auditArena: Handler<"auditArena"> = async ({ c, arena }) =>
  c.json(await arena.referee.audit(), 200);

export const listCriteria: Handler<"listCriteria"> = async ({ c, arena, query }) => {
  const view = await arena.referee.arena();
  return c.json(pageOf(c, view?.criteria ?? [], query), 200);
};
