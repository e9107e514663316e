import type { Arena } from "@agon/contract";
import { findArena, refereeOf } from "../http/arenas.ts";
import type { Handler } from "../http/bind.ts";
import { notModified } from "../http/etag.ts";
import { limitOf, nextCursor, positionOf } from "../http/paging.ts";
import { must, refuse } from "../http/problem.ts";

export const listArenas: Handler<"listArenas"> = async ({ c, query }) => {
  const limit = limitOf(query);
  const { results } = await c.env.DB.prepare("SELECT id FROM arenas WHERE id > ?1 ORDER BY id LIMIT ?2")
    .bind(positionOf(query), limit + 1)
    .all<{ id: number }>();
  const shown = results.slice(0, limit);
  const arenas = await Promise.all(shown.map(({ id }) => refereeOf(c.env, id).arena()));
  const last = shown.at(-1);
  const cursor = nextCursor(c, results.length > limit && last ? last.id : null);
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
  await c.env.DB.prepare("INSERT OR IGNORE INTO arenas (slug, settings, created_at) VALUES (?1, ?2, ?3)")
    .bind(slug, JSON.stringify(settings), Date.now())
    .run();
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

export const listCriteria: Handler<"listCriteria"> = async ({ c, arena }) => {
  const view = await arena.referee.arena();
  return c.json({ data: view?.criteria ?? [], next_cursor: null }, 200);
};
