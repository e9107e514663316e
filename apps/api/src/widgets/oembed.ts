// oEmbed 1.0 (https://oembed.com): an address of this site in, a frame to show it out. What is not here is 404, a
// format other than JSON and XML 501. Nothing of the site is private, so 401 is not needed.
import { oembedQuery } from "@agon/contract";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import { arenaOf } from "../http/arenas.ts";
import type { AppEnv } from "../http/context.ts";
import { must, refuse } from "../http/problem.ts";
import { tournamentOf } from "../http/tournaments.ts";
import { isSeen } from "./caching.ts";
import { type EmbedTarget, targetOf } from "./oembed-target.ts";
import { readParameters } from "./parameters.ts";

/** The frame's own size, when the consumer sets no bounds. */
const usualWidth = 640;
const headHeight = 110;
const rowHeight = 34;
const mostRows = 20;
const bracketHeight = 420;
const picture = { width: 1_200, height: 630 };

interface Shown {
  readonly title: string;
  readonly height: number;
  readonly arena: { readonly id: number };
  readonly seq: number;
  /** The picture's path. */
  readonly picture: string;
}

async function arenaShown(c: Context<AppEnv>, slug: string): Promise<Shown> {
  const arena = await arenaOf(c.env, slug);
  const view = await arena.referee.arena();
  if (view === null) throw refuse("arena_unknown", `There is no arena "${slug}".`);
  const height = headHeight + rowHeight * Math.min(view.models, mostRows);
  return { title: view.title, height, arena, seq: view.seq, picture: `/picture/${slug}.png` };
}

async function tournamentShown(c: Context<AppEnv>, id: string, matchId: string | null): Promise<Shown> {
  const { arena, number } = await tournamentOf(c.env, id);
  const { title, seq } = must(await arena.referee.tournament(number, null));
  if (matchId !== null) must(await arena.referee.match(number, matchId));
  return { title, height: bracketHeight, arena, seq, picture: `/picture/t/${id}.png` };
}

const shownOf = (c: Context<AppEnv>, target: EmbedTarget): Promise<Shown> =>
  target.kind === "leaderboard"
    ? arenaShown(c, target.arena)
    : tournamentShown(c, target.tournament, target.kind === "match" ? target.match : null);

const bounded = (size: number, most: number | undefined): number => Math.min(size, most ?? size);

type Answer = Record<string, string | number>;

function answerOf(origin: string, target: EmbedTarget, shown: Shown, most: MostSize): Answer {
  const width = bounded(usualWidth, most.maxwidth);
  const height = bounded(shown.height, most.maxheight);
  const frame = html`<iframe src="${origin}${target.frame}" width="${width}" height="${height}" title="${shown.title}" loading="lazy" frameborder="0"></iframe>`;
  const fits =
    picture.width <= (most.maxwidth ?? picture.width) && picture.height <= (most.maxheight ?? picture.height);
  return {
    version: "1.0",
    type: "rich",
    title: shown.title,
    provider_name: "Agon",
    provider_url: `${origin}/`,
    cache_age: 60,
    html: String(frame),
    width,
    height,
    ...(fits
      ? {
          thumbnail_url: `${origin}${shown.picture}`,
          thumbnail_width: picture.width,
          thumbnail_height: picture.height,
        }
      : {}),
  };
}

interface MostSize {
  readonly maxwidth?: number | undefined;
  readonly maxheight?: number | undefined;
}

const xmlOf = (answer: Answer): string =>
  String(
    html`${raw('<?xml version="1.0" encoding="utf-8" standalone="yes"?>')}<oembed>${Object.entries(
      answer,
    ).map(([name, value]) => html`${raw(`<${name}>`)}${value}${raw(`</${name}>`)}`)}</oembed>`,
  );

export async function oembed(c: Context<AppEnv>): Promise<Response> {
  const query = readParameters(c.req.raw, oembedQuery);
  if (query.format !== "json" && query.format !== "xml") {
    throw refuse("format_unsupported", "Ask for format=json or format=xml.");
  }
  const { origin } = new URL(c.req.url);
  const target = targetOf(query.url, origin);
  if (target === null)
    throw refuse("not_found", "This is no address of a board, a tournament or a match here.");
  const shown = await shownOf(c, target);
  if (await isSeen(c, shown.arena, shown.seq)) return c.body(null, 304);
  const answer = answerOf(origin, target, shown, query);
  if (query.format === "json") return c.json(answer);
  return c.body(xmlOf(answer), 200, { "content-type": "text/xml; charset=utf-8" });
}
